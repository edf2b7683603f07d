use crate::language::{Lang, Words};
use crate::protocol::{Protocol, shipped};

#[test]
fn every_shipped_protocol_loads() {
    for (id, text) in shipped() {
        let protocol = Protocol::load(&format!("{id}.toml"), text);
        let protocol = protocol.unwrap_or_else(|faults| panic!("{}", faults.describe(&Words::new(Lang::Sv))));
        assert_eq!(protocol.id, *id);
    }
}
