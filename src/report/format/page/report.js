// Sorts a table by a column whose head is pressed: the largest first, then the smallest, then as it was.
document.querySelectorAll("main table").forEach(function (table) {
  var body = table.tBodies[0];
  var all = Array.from(body.rows);
  var parts = all.filter(function (row) { return row.className === "part"; });
  var sums = all.filter(function (row) { return row.className !== "part"; });
  if (parts.length === 0 || parts.length === 1) { return; }
  // The heads of single columns, each with the place of its column: those of a group stand in the second row.
  var heads = [];
  var below = [];
  var at = 0;
  Array.from(table.tHead.rows[0].cells).forEach(function (cell) {
    if (cell.rowSpan === table.tHead.rows.length) {
      heads.push([cell, at]);
    } else {
      Array.from({ length: cell.colSpan }).forEach(function (_, more) { below.push(at + more); });
    }
    at += cell.colSpan;
  });
  Array.from(table.tHead.rows).slice(1).forEach(function (row) {
    Array.from(row.cells).forEach(function (cell) { heads.push([cell, below.shift()]); });
  });
  heads.forEach(function (head) {
    var cell = head[0];
    var place = head[1];
    if (cell.textContent.trim() === "") { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, Array.from(cell.childNodes));
    cell.append(button);
    button.addEventListener("click", function () {
      var was = cell.getAttribute("aria-sort");
      heads.forEach(function (other) { other[0].removeAttribute("aria-sort"); });
      var rows = parts.slice();
      if (was !== "ascending") {
        var sign = was === "descending" ? 1 : -1;
        cell.setAttribute("aria-sort", sign === 1 ? "ascending" : "descending");
        var value = function (row) {
          var number = parseFloat(row.cells[place].textContent.replace(/[^0-9,.-]/g, "").replace(",", "."));
          return Number.isNaN(number) ? -Infinity : number;
        };
        rows.sort(function (one, other) {
          var a = value(one);
          var b = value(other);
          return a === b ? 0 : sign * (a > b ? 1 : -1);
        });
      }
      rows.concat(sums).forEach(function (row) { body.append(row); });
    });
  });
});
