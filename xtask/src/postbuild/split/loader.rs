//! The splitter's loader, with its modules taken from where the build put them.

use super::pack::Pack;
use crate::postbuild::squeeze;

/// What is put before it.
const HELPERS: &str = include_str!("loader.js");

/// The modules that part `name` shares with others; an error where the script does not say so in the known way.
pub fn needs(script: &str, name: &str) -> Result<Vec<String>, String> {
    let own = format!("split_{name}.wasm");
    let behind = script.split_once(&fetched(&own)).and_then(|(_, rest)| rest.split_once("\n, ["));
    let list = behind.and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
    let list = list.ok_or(format!("the splitter's script does not say what {own} needs."))?;
    let module = |name: &str| match name.strip_prefix("__") {
        Some(name) => Ok(format!("{name}.wasm")),
        None => Err(format!("the splitter's script names {name} in another way.")),
    };
    list.split(", ").filter(|name| !name.is_empty()).map(module).collect()
}

/// The script, taking what lies in a pack from there; an error where it fetches that in another way.
pub fn load(script: &str, packs: &[Pack]) -> Result<String, String> {
    let first = script.find("function ").ok_or("the splitter's script has no functions.")?;
    let mut out = format!("{}{}{}", &script[..first], squeeze::script(HELPERS), &script[first..]);
    for (pack, name, (at, length)) in packs.iter().flat_map(|pack| pack.places().map(move |(n, p)| (pack, n, p))) {
        if out.matches(&fetched(name)).count() != 1 {
            return Err(format!("the splitter's script does not fetch {name} as it did."));
        }
        out = out.replace(&fetched(name), &format!(r#"piece("{}", {at}, {length})"#, pack.name));
    }
    Ok(out)
}

/// How the splitter's script fetches a module.
fn fetched(name: &str) -> String {
    format!(r#"fetch(new URL("./{name}", import.meta.url))"#)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the splitter writes, in short: three modules that are shared, and two parts.
    fn script() -> String {
        let made = |name: &str, file: &str, needs: &str| {
            format!("const {name} = makeLoad(() => {{\nconst src = {};\n}}\n, [{needs}]);\n", fetched(file))
        };
        let modules = [1, 2, 3].map(|n| made(&format!("__chunk_{n}"), &format!("chunk_{n}.wasm"), ""));
        let parts =
            [made("load_form", "split_form.wasm", "__chunk_1, __chunk_3"), made("load_keys", "split_keys.wasm", "")];
        format!("import x;\nfunction f() {{\n}}\n{}{}", modules.concat(), parts.concat())
    }

    #[test]
    fn tells_what_a_part_needs() {
        assert_eq!(needs(&script(), "form").unwrap(), ["chunk_1.wasm", "chunk_3.wasm"]);
        assert!(needs(&script(), "keys").unwrap().is_empty());
        assert!(needs(&script(), "other").is_err());
        assert!(needs(&script().replace("[__chunk_1", "[chunk_1"), "form").is_err());
    }

    #[test]
    fn takes_modules_from_where_they_lie() {
        let (mut first, mut rest) = (Pack::new("first.wasm"), Pack::new("small.wasm"));
        first.add("chunk_1.wasm", b"one");
        rest.add("chunk_2.wasm", b"two");
        let load = load(&script(), &[first, rest]).unwrap();
        assert!(load.starts_with("import x;\nconst packs"), "{load}");
        for source in [
            "piece(\"first.wasm\", 11, 3)",
            "piece(\"small.wasm\", 11, 3)",
            &fetched("chunk_3.wasm"),
            &fetched("split_form.wasm"),
        ] {
            assert!(load.lines().any(|line| line == format!("const src = {source};")), "{source} in {load}");
        }
    }

    #[test]
    fn says_when_the_splitter_writes_another_script() {
        let mut pack = Pack::new("small.wasm");
        pack.add("chunk_9.wasm", b"nine");
        assert!(load(&script(), &[pack]).is_err());
        assert!(load("import x;", &[]).is_err());
    }
}
