"""Opens reports in Chromium: nothing is loaded, nothing is wrong, everything is seen; pictures in both schemes."""

import pathlib
import sys

from playwright.sync_api import sync_playwright

# What is to be seen has a place, lies within the page, and no text of a picture leaves it or meets a bar's beginning.
SEEN = """() => {
  const wrong = [];
  const box = (one) => one.getBoundingClientRect();
  const page = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > page) wrong.push(`page ${document.documentElement.scrollWidth} > ${page}`);
  const tables = [...document.querySelectorAll("table")];
  const pictures = [...document.querySelectorAll("figure svg[role=img]")];
  for (const one of [...tables, ...pictures]) {
    if (box(one).width <= 0 || box(one).height <= 0) wrong.push(`${one.tagName} without size`);
  }
  for (const one of tables) {
    const room = box(one.parentElement);
    if (box(one).right > room.right + 1 && one.parentElement.scrollWidth <= one.parentElement.clientWidth)
      wrong.push(`table ${one.caption.textContent}`);
    if (!one.caption || !one.tHead) wrong.push("table without caption or head");
  }
  for (const picture of pictures) {
    const around = box(picture);
    const texts = [...picture.querySelectorAll("text")];
    for (const text of texts) {
      const at = box(text);
      if (at.left < around.left - 1 || at.right > around.right + 1 || at.bottom > around.bottom + 1)
        wrong.push(`"${text.textContent}" leaves its picture`);
    }
    for (const [place, one] of texts.entries()) for (const other of texts.slice(place + 1)) {
      const [a, b] = [box(one), box(other)];
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
        wrong.push(`"${one.textContent}" meets "${other.textContent}"`);
    }
  }
  for (const one of document.querySelectorAll(".panels"))
    if (page >= 1000 && one.scrollWidth > one.clientWidth + 1) wrong.push(`pictures ${one.scrollWidth} > ${one.clientWidth}`);
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  if (new Set(ids).size !== ids.length) wrong.push("an id twice");
  for (const link of document.querySelectorAll("nav a"))
    if (!document.getElementById(link.getAttribute("href").slice(1))) wrong.push(`${link.href} leads nowhere`);
  return { wrong, tables: tables.length, pictures: pictures.length };
}"""


def look(browser, file, folder):
    failures = []
    for scheme in ("light", "dark"):
        for width in (1100, 390):
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
            page = context.new_page()
            address = file.resolve().as_uri()
            page.on("request", lambda request: request.url == address or failures.append(request.url))
            page.on("console", lambda message: failures.append(message.text))
            page.on("pageerror", lambda error: failures.append(str(error)))
            page.goto(address)
            seen = page.evaluate(SEEN)
            failures += seen["wrong"]
            if seen["tables"] < 20 or seen["pictures"] < 10:
                failures.append(f"only {seen}")
            page.screenshot(path=folder / f"{file.stem}-{scheme}-{width}.png", full_page=True)
            print(f"     {file} {scheme} {width}: {seen['tables']} tables, {seen['pictures']} pictures")
            if width == 1100 and scheme == "light":
                page.pdf(path=folder / f"{file.stem}.pdf", format="A4", prefer_css_page_size=True)
            context.close()
    return failures


def main():
    folder, files = pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        failures = [failure for file in files for failure in look(browser, file, folder)]
        browser.close()
    print(*[f"     {failure}" for failure in failures[:40]], sep="\n")
    sys.exit(bool(failures))


main()
