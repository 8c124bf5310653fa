//! What UTF-8 turns into when it is read as GBK.
//!
//! The tables were generated from index gb18030 of the WHATWG Encoding Standard (the same as Unicode's mapping of
//! GBK) by decoding the UTF-8 bytes of the characters named beside them. GBK takes bytes in pairs: a letter of two
//! bytes becomes one ideograph, an emoji of four becomes two, and a punctuation mark of three becomes one
//! and a half: its last byte swallows the ASCII letter that follows. Before a blank or a digit that last byte is
//! lost, and nobody can say which mark it was.

/// U+00A0 to U+017F: the ideograph that each becomes, in order.
pub(super) const LATIN: &str = "\
    聽隆垄拢陇楼娄搂篓漏陋芦卢颅庐炉掳卤虏鲁麓碌露路赂鹿潞禄录陆戮驴\
    脌脕脗脙脛脜脝脟脠脡脢脣脤脥脦脧脨脩脪脫脭脮脰脳脴脵脷脹脺脻脼脽\
    脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚梅酶霉煤没眉媒镁每\
    膧膩膫膬膭膮膯膰膱膲膴膵膶膷膸膹膼膽膾膿臄臅臇臈臉臋臍臎臏臐臑臒\
    臓摹蘑模膜磨摩魔抹末莫墨默沫漠寞陌谋牟某拇牡亩姆母墓暮幕募慕木目\
    艀艁艂艃艅艆艈艊艌艍艎艐艑艒艓艔艕艖艗艙艛艜艝艞艠艡艢艣艤艥艦艧\
    艩拧泞牛扭钮纽脓浓农弄奴努怒女暖虐疟挪懦糯诺哦欧鸥殴藕呕偶沤啪趴";

/// The first character of a mark of general punctuation (bytes E2 80).
pub(super) const MARK: char = '鈥';

/// The second one, for a mark followed by `@` to `~` (40 to 7E), in order.
const MARKS: [(char, &str); 7] = [
    (
        '–',
        "揁揂揃揅揇揈揊揋揌揑揓揔揕揗揘揙揚換揜揝揟揢揤揥揦揧揨揫揬揮揯揰揱揳揵揷揹揺揻揼揾搃搄搆搇搈搉搊損搎搑搒搕搖搗搘搙搚搝搟搢搣搤",
    ),
    (
        '—',
        "擛擜擝擟擠擡擣擥擧擨擩擪擫擬擭擮擯擰擱擲擳擴擵擶擷擸擹擺擻擼擽擾擿攁攂攃攄攅攆攇攈攊攋攌攍攎攏攐攑攓攔攕攖攗攙攚攛攜攝攞攟攠攡",
    ),
    (
        '‘',
        "楡楢楤楥楧楨楩楪楬業楯楰楲楳楴極楶楺楻楽楾楿榁榃榅榊榋榌榎榏榐榑榒榓榖榗榙榚榝榞榟榠榡榢榣榤榥榦榩榪榬榮榯榰榲榳榵榶榸榹榺榼榽",
    ),
    (
        '’',
        "橜橝橞機橠橢橣橤橦橧橨橩橪橫橬橭橮橯橰橲橳橴橵橶橷橸橺橻橽橾橿檁檂檃檅檆檇檈檉檊檋檌檍檏檒檓檔檕檖檘檙檚檛檜檝檞檟檡檢檣檤檥檦",
    ),
    (
        '“',
        "淍淎淏淐淒淓淔淕淗淚淛淜淟淢淣淥淧淨淩淪淭淯淰淲淴淵淶淸淺淽淾淿渀渁渂渃渄渆渇済渉渋渏渒渓渕渘渙減渜渞渟渢渦渧渨渪測渮渰渱渳渵",
    ),
    (
        '”',
        "滰滱滲滳滵滶滷滸滺滻滼滽滾滿漀漁漃漄漅漇漈漊漋漌漍漎漐漑漒漖漗漘漙漚漛漜漝漞漟漡漢漣漥漦漧漨漬漮漰漲漴漵漷漸漹漺漻漼漽漿潀潁潂",
    ),
    (
        '„',
        "濦濧濨濩濪濫濬濭濰濱濲濳濴濵濶濷濸濹濺濻濼濽濾濿瀀瀁瀂瀃瀄瀅瀆瀇瀈瀉瀊瀋瀌瀍瀎瀏瀐瀒瀓瀔瀕瀖瀗瀘瀙瀜瀝瀞瀟瀠瀡瀢瀤瀥瀦瀧瀨瀩瀪",
    ),
];

/// Marks whose last byte lies in the part of the index for private use: the character for `@`.
const PRIVATE_MARKS: [(char, char); 2] = [('•', '\u{e526}'), ('…', '\u{e6a6}')];

/// The first character of an emoji of the planes above (bytes F0 9F).
pub(super) const EMOJI: char = '馃';

/// The second one, with the emoji that the two stand for.
const EMOJIS: &str = "\
    \u{e6e5}🦀帀🎉巿🎈殌🚀悕🐍惇🐪憢👋敟🔥挕💡摝📦悮🐚惏🐰懟👻巸🎃く🤯檭🙃槉😊槈😉槃😄槢😛\
    樃😸樋😿悰🐛敡🔧悇🐄崒🍌攷🔎挜💥挘💣\u{e6a3}🥞摎📚挄💕挆💗挒💞崻🍪嵕🍾崹🍨悷🐟殑🚄М🧮\
    \u{e643}🤞\u{e63c}🤗敀🔒専🌟\u{e642}🤝獎🪄悋🐇Ε🦥殎🚁檪🙂帣🎙弾🏎暢🕳彸🏳寛🌈榾😀榿😁槀😂ぃ🤣槂😃\
    槄😅槅😆槏😍槑😎\u{e639}🤔槩😢槶😭槺😱コ🥳ぉ🤩グ🥰槆😇槾😴檮🙄檹🙏憤👍憥👎憦👏檶🙌挭💪\
    憖👀憠👉憞👇憟👈憜👆\u{e63b}🤖\u{e765}🧠И🧪У🧵З🧩О🧰洜🛠敤🔨敆🔗攽🔑攳🔍摑📝摉📖搮📅搯📆\
    摙📢摚📣搶📌搸📎搳📊搱📈搲📉捇💻摫📱實🌍寧🌎寪🌐尡🌱尣🌲尭🌸寵🌙尀🌞崁🍀崟🍕嵑🍺\
    嵒🍻嵃🍰巶🎂巵🎁巹🎄帄🎊帳🎤幀🎬帴🎥幃🎮幆🎯帗🎓帹🎨幍🎵弳🏆弫🏁彔🏠彚🏢悪🐙惂🐧\
    惓🐳悽🐢\u{e6e9}🦄\u{e6ef}🦊惣🐼惐🐱惗🐶\u{e6ee}🦉悵🐝啎🆕啌🆓敶🔴煝🟢數🔵煚🟠煛🟡";

/// The letter or sign between U+00A0 and U+017F that became `c`.
pub(super) fn latin(c: char) -> Option<char> {
    // Every ideograph of the table takes three bytes.
    let at = LATIN.find(c)?;
    char::from_u32(0xa0 + (at / 3) as u32)
}

/// The mark and the ASCII character after it that became [`MARK`] and `second`.
pub(super) fn mark(second: char) -> Option<(char, char)> {
    let ascii = |offset: u32| char::from_u32(0x40 + offset);
    let private = PRIVATE_MARKS.iter().find_map(|(mark, first)| {
        let offset = u32::from(second).checked_sub(u32::from(*first)).filter(|offset| *offset < 63)?;
        Some((*mark, ascii(offset)?))
    });
    private.or_else(|| {
        MARKS.iter().find_map(|(mark, row)| Some((*mark, ascii(row.chars().position(|c| c == second)? as u32)?)))
    })
}

/// The emoji that became [`EMOJI`] and `second`.
pub(super) fn emoji(second: char) -> Option<char> {
    let pairs = || EMOJIS.chars().step_by(2).zip(EMOJIS.chars().skip(1).step_by(2));
    pairs().find(|(damaged, _)| *damaged == second).map(|(_, emoji)| emoji)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_are_whole() {
        assert_eq!(LATIN.chars().count(), 224);
        assert!(LATIN.chars().all(|c| c.len_utf8() == 3));
        assert!(MARKS.iter().all(|(_, row)| row.chars().count() == 63));
        assert_eq!(EMOJIS.chars().count() % 2, 0);
        assert!(EMOJIS.chars().skip(1).step_by(2).all(|c| c > '\u{1f000}'));
    }

    #[test]
    fn samples_come_back() {
        assert_eq!(latin('贸'), Some('ó'));
        assert_eq!(latin('聽'), Some('\u{a0}'));
        assert_eq!(latin('趴'), Some('ſ'));
        assert_eq!(latin('鈥'), None);
        assert_eq!(mark('檚'), Some(('’', 's')));
        assert_eq!(mark('\u{e6c7}'), Some(('…', 'a')));
        assert_eq!(mark('贸'), None);
        assert_eq!(emoji('\u{e6e5}'), Some('🦀'));
        assert_eq!(emoji('帀'), Some('🎉'));
        assert_eq!(emoji('贸'), None);
    }
}
