use super::*;

/// The text with every repair made, as often as there is something to repair.
fn repaired(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..4 {
        for damage in find(&text).into_iter().rev() {
            if let Some(repaired) = damage.repaired {
                text.replace_range(damage.span.range(), &repaired);
            }
        }
    }
    text
}

/// Words as they should be, in many scripts.
const WORDS: &str = "Köln, São Paulo, Łódź, Nürnberg, Tromsø, Kraków, Göteborg, Besançon, Ústí, Şişli, Bălți, Ação\n\
    it’s “quoted” – or — not… • 20 °C, 1 €, 5 ± 2, x², ½, ™, → ≥\n\
    🦀 🎉 🏳️‍🌈 ✅ ❌ ❤️\n\
    Привет мир, ещё и да; Γειά σου; שלום עולם; Xin chào Việt Nam\n\
    基于异步服务 を設定する 최신 세션\n\
    à la carte, été, créé, où, Ça, Été, ñandú\n";

#[test]
fn text_read_as_one_byte_encodings_comes_back_whole() {
    for kind in [DamageKind::MacRoman, DamageKind::Windows1252, DamageKind::Latin1] {
        for line in WORDS.lines() {
            let damaged = bytes::misread(kind, line).expect("a table of bytes");
            assert_eq!(repaired(&damaged), line, "{kind:?}: {damaged}");
        }
    }
}

#[test]
fn repairing_and_damaging_again_gives_the_same_text() {
    for kind in [DamageKind::MacRoman, DamageKind::Windows1252, DamageKind::Latin1] {
        let damaged = bytes::misread(kind, WORDS).expect("a table of bytes");
        let found = find(&damaged);
        assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
        for damage in found {
            let again = damage.repaired.and_then(|text| bytes::misread(damage.kind, &text));
            assert_eq!(again.as_deref(), Some(damage.span.of(&damaged)));
        }
    }
}

#[test]
fn each_encoding_is_named() {
    for (text, wanted, kind) in [
        ("K√∂ln", "Köln", DamageKind::MacRoman),
        ("don‚Äôt", "don’t", DamageKind::MacRoman),
        ("\u{f8ff}ü¶Ä crabs", "🦀 crabs", DamageKind::MacRoman),
        ("in¬†`join_path`", "in\u{a0}`join_path`", DamageKind::MacRoman),
        ("KÃ¶ln", "Köln", DamageKind::Windows1252),
        ("Ã‰cole", "École", DamageKind::Windows1252),
        ("donâ€™t", "don’t", DamageKind::Windows1252),
        ("ðŸ¦€", "🦀", DamageKind::Windows1252),
        ("donâ\u{80}\u{99}t", "don’t", DamageKind::Latin1),
        ("Sessi贸 setmanal", "Sessió setmanal", DamageKind::Gbk),
        ("N眉rnberg", "Nürnberg", DamageKind::Gbk),
        ("cr茅茅e", "créée", DamageKind::Gbk),
        ("it鈥檚 here", "it’s here", DamageKind::Gbk),
        ("鈥渜uoted", "“quoted", DamageKind::Gbk),
        ("馃\u{e6e5} Rust 馃帀", "🦀 Rust 🎉", DamageKind::Gbk),
        ("don\u{92}t", "don’t", DamageKind::Control),
    ] {
        assert_eq!(repaired(text), wanted);
        assert!(find(text).iter().all(|damage| damage.kind == kind), "{text}: {:?}", find(text));
    }
    assert_eq!(repaired("donÃ¢â‚¬â„¢t"), "don’t", "damaged twice");
}

#[test]
fn what_is_gone_is_damage_without_a_repair() {
    for (text, part) in [
        ("K\u{fffd}\u{fffd}ln", "\u{fffd}\u{fffd}"),
        ("wait 鈥� 5", "鈥�"),
        ("one 鈥? two", "鈥"),
        ("a 馃�� b", "馃��"),
        ("ï¿½ab", "ï¿½"),
    ] {
        let found = find(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].span.of(text), &found[0].repaired), (part, &None));
    }
}

#[test]
fn honest_text_is_left_alone() {
    let honest = [
        "«C’est passé…» “É” „Übermut“ CAFÉ” MANHÃ” IRMÃ… à É… Ä“ ‚so‘ voilà…» «está»…",
        "2√π ≈ 5, ≈ ∞, x ≤ √2, ¬p, ƒ(x), n², ±5 µs, 20 °C, §5, ½, «»",
        "São Paulo, SÃO PAULO, Ångström, Åland, Göteborg – Älmhult, A–Ö, naïve, Łódź, L'Hôpital, ÿ, Ÿ",
        "deux\u{a0}éléments\u{a0}: l’été\u{a0}», “être”, ‘à’",
        "用 Rust 构建异步服务，每周一次。Rust木马, 在APP内购买, 贸易 Rust路 每周, 世贸 Rust 眉",
        "木马 Rust",
        "每",
        "欧诺, 路",
        "T恤",
        "Rust 猫 cat",
        "螺钿 Rust贸易",
        "「Pin 三部曲」第二部之 《Rust Pin 进阶》",
        "脳 とRust",
        "최신 T-RUST 세션",
        "目 목 木",
        "Матэ́ ещё Ґ Привет",
        "שלום Rust",
        "e\u{301}, \u{1f3f3}\u{fe0f}\u{200d}\u{1f308}",
        "",
    ];
    for text in honest {
        assert_eq!(find(text), [], "{text}");
    }
    assert_eq!(find(WORDS), []);
}

#[test]
fn spans_count_from_the_start_of_the_text_and_time_is_linear() {
    let text = "first\nGrÃ¼n, K√∂ln\n\nlast Sessi贸";
    let parts: Vec<&str> = find(text).iter().map(|damage| damage.span.of(text)).collect();
    assert_eq!(parts, ["Ã¼", "√∂", "贸"]);
    let long = "Ã¼ √∂ 每 é ".repeat(20_000);
    let start = std::time::Instant::now();
    assert!(find(&long).len() == 40_000);
    assert!(start.elapsed().as_secs() < 10, "{:?}", start.elapsed());
}
