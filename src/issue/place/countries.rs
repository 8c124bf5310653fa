//! The countries: ISO 3166-1 alpha-2, each with the region of the newsletter that its events stand under.
//!
//! Regions are the continents of the UN geoscheme (M49), with Central America and the Caribbean under North
//! America, and one departure that the published issues make: Türkiye stands under Europe (6 of 6 events of
//! 2022-2025), as Russia does in M49 itself. Antarctica, which M49 leaves without a continent, is Oceania, where
//! most of its flights begin. Kosovo has the code XK, which ISO leaves to its users.

use crate::issue::place::Region::{self, Africa, Asia, Europe, NorthAmerica, Oceania, SouthAmerica};
use crate::text::case::lower_char;

/// A country, or a territory with a code of its own.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Country {
    /// ISO 3166-1 alpha-2, upper case; see [`Country::written`] for what the newsletter writes.
    pub code: &'static str,
    /// Its usual English name.
    pub name: &'static str,
    /// Never [`Region::Virtual`].
    pub region: Region,
    /// Other names that people write: former, native, three letters.
    pub aliases: &'static [&'static str],
}

impl Country {
    /// The code as the newsletter writes it: ISO's, but `UK` and not `GB`.
    pub fn written(&self) -> &'static str {
        if self.code == "GB" { "UK" } else { self.code }
    }

    /// The country of a code in any case, `UK` included.
    pub fn of_code(code: &str) -> Option<&'static Country> {
        let bytes: [u8; 2] = code.as_bytes().try_into().ok()?;
        let upper = bytes.map(|byte| byte.to_ascii_uppercase());
        let upper = if upper == *b"UK" { *b"GB" } else { upper };
        let at = COUNTRIES.binary_search_by(|country| country.code.as_bytes().cmp(&upper)).ok()?;
        Some(&COUNTRIES[at])
    }

    /// The country that a person means by `text`: its code, its name or another name of it, in any case, with or
    /// without full stops and a leading article (`U.S.A.`, `The Netherlands`).
    pub fn find(text: &str) -> Option<&'static Country> {
        let bare: String = text.trim().chars().filter(|c| *c != '.').collect();
        let bare = match bare.get(..4) {
            Some(article) if article.eq_ignore_ascii_case("the ") => bare[4..].trim_start(),
            _ => bare.as_str(),
        };
        Country::of_code(bare).or_else(|| {
            COUNTRIES
                .iter()
                .find(|country| same(country.name, bare) || country.aliases.iter().any(|alias| same(alias, bare)))
        })
    }
}

/// Whether two names are the same without regard to case, the kind of apostrophe, and `&` for `and`.
pub(super) fn same(a: &str, b: &str) -> bool {
    fn folded(text: &str) -> impl Iterator<Item = char> {
        text.chars().map(lower_char).map(|c| if c == '\u{2019}' { '\'' } else { c })
    }
    folded(a).eq(folded(b)) || (b.contains('&') && folded(a).eq(folded(&b.replace('&', "and"))))
}

const fn c(code: &'static str, region: Region, name: &'static str, aliases: &'static [&'static str]) -> Country {
    Country { code, name, region, aliases }
}

/// All of them, by code.
pub static COUNTRIES: [Country; 250] = [
    c("AD", Europe, "Andorra", &[]),
    c("AE", Asia, "United Arab Emirates", &["UAE", "Emirates"]),
    c("AF", Asia, "Afghanistan", &[]),
    c("AG", NorthAmerica, "Antigua and Barbuda", &[]),
    c("AI", NorthAmerica, "Anguilla", &[]),
    c("AL", Europe, "Albania", &[]),
    c("AM", Asia, "Armenia", &[]),
    c("AO", Africa, "Angola", &[]),
    c("AQ", Oceania, "Antarctica", &[]),
    c("AR", SouthAmerica, "Argentina", &[]),
    c("AS", Oceania, "American Samoa", &[]),
    c("AT", Europe, "Austria", &["Österreich"]),
    c("AU", Oceania, "Australia", &["AUS"]),
    c("AW", NorthAmerica, "Aruba", &[]),
    c("AX", Europe, "Åland Islands", &[]),
    c("AZ", Asia, "Azerbaijan", &[]),
    c("BA", Europe, "Bosnia and Herzegovina", &["Bosnia"]),
    c("BB", NorthAmerica, "Barbados", &[]),
    c("BD", Asia, "Bangladesh", &[]),
    c("BE", Europe, "Belgium", &["België", "Belgique", "Belgien"]),
    c("BF", Africa, "Burkina Faso", &[]),
    c("BG", Europe, "Bulgaria", &[]),
    c("BH", Asia, "Bahrain", &[]),
    c("BI", Africa, "Burundi", &[]),
    c("BJ", Africa, "Benin", &[]),
    c("BL", NorthAmerica, "Saint Barthélemy", &[]),
    c("BM", NorthAmerica, "Bermuda", &[]),
    c("BN", Asia, "Brunei", &["Brunei Darussalam"]),
    c("BO", SouthAmerica, "Bolivia", &["Plurinational State of Bolivia"]),
    c("BQ", NorthAmerica, "Caribbean Netherlands", &[]),
    c("BR", SouthAmerica, "Brazil", &["Brasil", "BRA"]),
    c("BS", NorthAmerica, "Bahamas", &[]),
    c("BT", Asia, "Bhutan", &[]),
    c("BV", SouthAmerica, "Bouvet Island", &[]),
    c("BW", Africa, "Botswana", &[]),
    c("BY", Europe, "Belarus", &[]),
    c("BZ", NorthAmerica, "Belize", &[]),
    c("CA", NorthAmerica, "Canada", &["CAN"]),
    c("CC", Oceania, "Cocos Islands", &[]),
    c("CD", Africa, "Democratic Republic of the Congo", &["DR Congo", "DRC"]),
    c("CF", Africa, "Central African Republic", &[]),
    c("CG", Africa, "Republic of the Congo", &["Congo"]),
    c("CH", Europe, "Switzerland", &["Schweiz", "Suisse", "Svizzera", "CHE"]),
    c("CI", Africa, "Côte d'Ivoire", &["Ivory Coast"]),
    c("CK", Oceania, "Cook Islands", &[]),
    c("CL", SouthAmerica, "Chile", &[]),
    c("CM", Africa, "Cameroon", &[]),
    c("CN", Asia, "China", &["People's Republic of China", "PRC", "Mainland China", "CHN"]),
    c("CO", SouthAmerica, "Colombia", &[]),
    c("CR", NorthAmerica, "Costa Rica", &[]),
    c("CU", NorthAmerica, "Cuba", &[]),
    c("CV", Africa, "Cape Verde", &["Cabo Verde"]),
    c("CW", NorthAmerica, "Curaçao", &[]),
    c("CX", Oceania, "Christmas Island", &[]),
    c("CY", Asia, "Cyprus", &[]),
    c("CZ", Europe, "Czechia", &["Czech Republic", "Česko", "Czech"]),
    c("DE", Europe, "Germany", &["Deutschland", "GER", "DEU"]),
    c("DJ", Africa, "Djibouti", &[]),
    c("DK", Europe, "Denmark", &["Danmark"]),
    c("DM", NorthAmerica, "Dominica", &[]),
    c("DO", NorthAmerica, "Dominican Republic", &[]),
    c("DZ", Africa, "Algeria", &[]),
    c("EC", SouthAmerica, "Ecuador", &[]),
    c("EE", Europe, "Estonia", &["Eesti"]),
    c("EG", Africa, "Egypt", &[]),
    c("EH", Africa, "Western Sahara", &[]),
    c("ER", Africa, "Eritrea", &[]),
    c("ES", Europe, "Spain", &["España", "ESP"]),
    c("ET", Africa, "Ethiopia", &[]),
    c("FI", Europe, "Finland", &["Suomi"]),
    c("FJ", Oceania, "Fiji", &[]),
    c("FK", SouthAmerica, "Falkland Islands", &["Malvinas"]),
    c("FM", Oceania, "Micronesia", &[]),
    c("FO", Europe, "Faroe Islands", &[]),
    c("FR", Europe, "France", &["FRA"]),
    c("GA", Africa, "Gabon", &[]),
    c(
        "GB",
        Europe,
        "United Kingdom",
        &["UK", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland", "GBR"],
    ),
    c("GD", NorthAmerica, "Grenada", &[]),
    c("GE", Asia, "Georgia", &["Sakartvelo"]),
    c("GF", SouthAmerica, "French Guiana", &[]),
    c("GG", Europe, "Guernsey", &[]),
    c("GH", Africa, "Ghana", &[]),
    c("GI", Europe, "Gibraltar", &[]),
    c("GL", NorthAmerica, "Greenland", &[]),
    c("GM", Africa, "Gambia", &[]),
    c("GN", Africa, "Guinea", &[]),
    c("GP", NorthAmerica, "Guadeloupe", &[]),
    c("GQ", Africa, "Equatorial Guinea", &[]),
    c("GR", Europe, "Greece", &["Hellas"]),
    c("GS", SouthAmerica, "South Georgia", &[]),
    c("GT", NorthAmerica, "Guatemala", &[]),
    c("GU", Oceania, "Guam", &[]),
    c("GW", Africa, "Guinea-Bissau", &[]),
    c("GY", SouthAmerica, "Guyana", &[]),
    c("HK", Asia, "Hong Kong", &["Hong Kong SAR"]),
    c("HM", Oceania, "Heard and McDonald Islands", &[]),
    c("HN", NorthAmerica, "Honduras", &[]),
    c("HR", Europe, "Croatia", &["Hrvatska"]),
    c("HT", NorthAmerica, "Haiti", &[]),
    c("HU", Europe, "Hungary", &["Magyarország"]),
    c("ID", Asia, "Indonesia", &[]),
    c("IE", Europe, "Ireland", &["Republic of Ireland", "Éire"]),
    c("IL", Asia, "Israel", &[]),
    c("IM", Europe, "Isle of Man", &[]),
    c("IN", Asia, "India", &["Bharat", "IND"]),
    c("IO", Africa, "British Indian Ocean Territory", &[]),
    c("IQ", Asia, "Iraq", &[]),
    c("IR", Asia, "Iran", &["Islamic Republic of Iran"]),
    c("IS", Europe, "Iceland", &["Ísland"]),
    c("IT", Europe, "Italy", &["Italia", "ITA"]),
    c("JE", Europe, "Jersey", &[]),
    c("JM", NorthAmerica, "Jamaica", &[]),
    c("JO", Asia, "Jordan", &[]),
    c("JP", Asia, "Japan", &["Nippon", "JPN"]),
    c("KE", Africa, "Kenya", &[]),
    c("KG", Asia, "Kyrgyzstan", &[]),
    c("KH", Asia, "Cambodia", &[]),
    c("KI", Oceania, "Kiribati", &[]),
    c("KM", Africa, "Comoros", &[]),
    c("KN", NorthAmerica, "Saint Kitts and Nevis", &[]),
    c("KP", Asia, "North Korea", &["DPRK"]),
    c("KR", Asia, "South Korea", &["Korea", "Republic of Korea", "KOR"]),
    c("KW", Asia, "Kuwait", &[]),
    c("KY", NorthAmerica, "Cayman Islands", &[]),
    c("KZ", Asia, "Kazakhstan", &[]),
    c("LA", Asia, "Laos", &["Lao"]),
    c("LB", Asia, "Lebanon", &[]),
    c("LC", NorthAmerica, "Saint Lucia", &[]),
    c("LI", Europe, "Liechtenstein", &[]),
    c("LK", Asia, "Sri Lanka", &[]),
    c("LR", Africa, "Liberia", &[]),
    c("LS", Africa, "Lesotho", &[]),
    c("LT", Europe, "Lithuania", &["Lietuva"]),
    c("LU", Europe, "Luxembourg", &["Luxemburg"]),
    c("LV", Europe, "Latvia", &["Latvija"]),
    c("LY", Africa, "Libya", &[]),
    c("MA", Africa, "Morocco", &[]),
    c("MC", Europe, "Monaco", &[]),
    c("MD", Europe, "Moldova", &["Republic of Moldova"]),
    c("ME", Europe, "Montenegro", &[]),
    c("MF", NorthAmerica, "Saint Martin", &[]),
    c("MG", Africa, "Madagascar", &[]),
    c("MH", Oceania, "Marshall Islands", &[]),
    c("MK", Europe, "North Macedonia", &["Macedonia"]),
    c("ML", Africa, "Mali", &[]),
    c("MM", Asia, "Myanmar", &["Burma"]),
    c("MN", Asia, "Mongolia", &[]),
    c("MO", Asia, "Macao", &["Macau"]),
    c("MP", Oceania, "Northern Mariana Islands", &[]),
    c("MQ", NorthAmerica, "Martinique", &[]),
    c("MR", Africa, "Mauritania", &[]),
    c("MS", NorthAmerica, "Montserrat", &[]),
    c("MT", Europe, "Malta", &[]),
    c("MU", Africa, "Mauritius", &[]),
    c("MV", Asia, "Maldives", &[]),
    c("MW", Africa, "Malawi", &[]),
    c("MX", NorthAmerica, "Mexico", &["México", "MEX"]),
    c("MY", Asia, "Malaysia", &[]),
    c("MZ", Africa, "Mozambique", &[]),
    c("NA", Africa, "Namibia", &[]),
    c("NC", Oceania, "New Caledonia", &[]),
    c("NE", Africa, "Niger", &[]),
    c("NF", Oceania, "Norfolk Island", &[]),
    c("NG", Africa, "Nigeria", &[]),
    c("NI", NorthAmerica, "Nicaragua", &[]),
    c("NL", Europe, "Netherlands", &["Holland", "Nederland", "NLD"]),
    c("NO", Europe, "Norway", &["Norge"]),
    c("NP", Asia, "Nepal", &[]),
    c("NR", Oceania, "Nauru", &[]),
    c("NU", Oceania, "Niue", &[]),
    c("NZ", Oceania, "New Zealand", &["Aotearoa", "NZL"]),
    c("OM", Asia, "Oman", &[]),
    c("PA", NorthAmerica, "Panama", &[]),
    c("PE", SouthAmerica, "Peru", &["Perú"]),
    c("PF", Oceania, "French Polynesia", &[]),
    c("PG", Oceania, "Papua New Guinea", &[]),
    c("PH", Asia, "Philippines", &[]),
    c("PK", Asia, "Pakistan", &[]),
    c("PL", Europe, "Poland", &["Polska", "POL"]),
    c("PM", NorthAmerica, "Saint Pierre and Miquelon", &[]),
    c("PN", Oceania, "Pitcairn", &[]),
    c("PR", NorthAmerica, "Puerto Rico", &[]),
    c("PS", Asia, "Palestine", &["State of Palestine"]),
    c("PT", Europe, "Portugal", &[]),
    c("PW", Oceania, "Palau", &[]),
    c("PY", SouthAmerica, "Paraguay", &[]),
    c("QA", Asia, "Qatar", &[]),
    c("RE", Africa, "Réunion", &[]),
    c("RO", Europe, "Romania", &["România"]),
    c("RS", Europe, "Serbia", &["Srbija"]),
    c("RU", Europe, "Russia", &["Russian Federation", "RUS"]),
    c("RW", Africa, "Rwanda", &[]),
    c("SA", Asia, "Saudi Arabia", &[]),
    c("SB", Oceania, "Solomon Islands", &[]),
    c("SC", Africa, "Seychelles", &[]),
    c("SD", Africa, "Sudan", &[]),
    c("SE", Europe, "Sweden", &["Sverige", "SWE"]),
    c("SG", Asia, "Singapore", &["SGP"]),
    c("SH", Africa, "Saint Helena", &[]),
    c("SI", Europe, "Slovenia", &["Slovenija"]),
    c("SJ", Europe, "Svalbard and Jan Mayen", &[]),
    c("SK", Europe, "Slovakia", &["Slovak Republic", "Slovensko"]),
    c("SL", Africa, "Sierra Leone", &[]),
    c("SM", Europe, "San Marino", &[]),
    c("SN", Africa, "Senegal", &[]),
    c("SO", Africa, "Somalia", &[]),
    c("SR", SouthAmerica, "Suriname", &[]),
    c("SS", Africa, "South Sudan", &[]),
    c("ST", Africa, "São Tomé and Príncipe", &[]),
    c("SV", NorthAmerica, "El Salvador", &[]),
    c("SX", NorthAmerica, "Sint Maarten", &[]),
    c("SY", Asia, "Syria", &["Syrian Arab Republic"]),
    c("SZ", Africa, "Eswatini", &["Swaziland"]),
    c("TC", NorthAmerica, "Turks and Caicos Islands", &[]),
    c("TD", Africa, "Chad", &[]),
    c("TF", Africa, "French Southern Territories", &[]),
    c("TG", Africa, "Togo", &[]),
    c("TH", Asia, "Thailand", &[]),
    c("TJ", Asia, "Tajikistan", &[]),
    c("TK", Oceania, "Tokelau", &[]),
    c("TL", Asia, "Timor-Leste", &["East Timor"]),
    c("TM", Asia, "Turkmenistan", &[]),
    c("TN", Africa, "Tunisia", &[]),
    c("TO", Oceania, "Tonga", &[]),
    c("TR", Europe, "Türkiye", &["Turkey"]),
    c("TT", NorthAmerica, "Trinidad and Tobago", &[]),
    c("TV", Oceania, "Tuvalu", &[]),
    c("TW", Asia, "Taiwan", &[]),
    c("TZ", Africa, "Tanzania", &["United Republic of Tanzania"]),
    c("UA", Europe, "Ukraine", &["Ukraina"]),
    c("UG", Africa, "Uganda", &[]),
    c("UM", Oceania, "US Minor Outlying Islands", &[]),
    c("US", NorthAmerica, "United States", &["USA", "United States of America", "America"]),
    c("UY", SouthAmerica, "Uruguay", &[]),
    c("UZ", Asia, "Uzbekistan", &[]),
    c("VA", Europe, "Vatican City", &["Vatican", "Holy See"]),
    c("VC", NorthAmerica, "Saint Vincent and the Grenadines", &[]),
    c("VE", SouthAmerica, "Venezuela", &["Bolivarian Republic of Venezuela"]),
    c("VG", NorthAmerica, "British Virgin Islands", &[]),
    c("VI", NorthAmerica, "US Virgin Islands", &[]),
    c("VN", Asia, "Vietnam", &["Viet Nam"]),
    c("VU", Oceania, "Vanuatu", &[]),
    c("WF", Oceania, "Wallis and Futuna", &[]),
    c("WS", Oceania, "Samoa", &[]),
    c("XK", Europe, "Kosovo", &["Kosova"]),
    c("YE", Asia, "Yemen", &[]),
    c("YT", Africa, "Mayotte", &[]),
    c("ZA", Africa, "South Africa", &[]),
    c("ZM", Africa, "Zambia", &[]),
    c("ZW", Africa, "Zimbabwe", &[]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_name_leads_to_its_own_country() {
        assert!(COUNTRIES.windows(2).all(|pair| pair[0].code < pair[1].code));
        for country in &COUNTRIES {
            assert_ne!(country.region, Region::Virtual);
            for name in [country.code, country.written(), country.name].iter().chain(country.aliases) {
                assert_eq!(Country::find(name), Some(country), "{name}");
                assert_eq!(Country::find(&name.to_lowercase()), Some(country), "{name}");
            }
        }
    }

    #[test]
    fn names_are_found_as_people_write_them() {
        for (text, code) in [
            ("The Netherlands", "NL"),
            ("U.S.A.", "US"),
            ("u.k.", "GB"),
            ("Trinidad & Tobago", "TT"),
            ("C\u{f4}te d\u{2019}Ivoire", "CI"),
            (" Espa\u{f1}a ", "ES"),
        ] {
            assert_eq!(Country::find(text).map(|country| country.code), Some(code), "{text}");
        }
        for text in ["", "X", "ZZ", "Atlantis", "the ", "é"] {
            assert_eq!(Country::find(text), None, "{text}");
        }
    }
}
