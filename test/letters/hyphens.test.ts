import { expect, test } from "vitest";
import { joint } from "../../src/letters/hyphens.ts";

const nothing = () => 0;

/** Two lines as they are read, given the words that the rest of the document has. */
function joined(left: string, right: string, words: string[] = []): string {
  const { dropHyphen, glue } = joint(left, right, (word) => words.filter((one) => one === word).length || nothing());
  return `${dropHyphen ? left.slice(0, -1) : left}${glue}${right}`;
}

test.each([
  ["om terugkeer-", "samenwerking met", "om terugkeersamenwerking met"],
  ["de EU-", "Dublinverordening", "de EU-Dublinverordening"],
  ["in EU-", "verband", "in EU-verband"],
  ["met herkomst-", "en transitlanden", "met herkomst- en transitlanden"],
  ["nationale wet-", "en regelgeving", "nationale wet- en regelgeving"],
  ["asiel-", "of migratiebeleid", "asiel- of migratiebeleid"],
  ["de Staten-", "Generaal", "de Staten-Generaal"],
  ["vergaderjaar 2019-", "2020", "vergaderjaar 2019-2020"],
  ["vergaderjaar 2022–", "2023, nr. 5", "vergaderjaar 2022–2023, nr. 5"],
  ["het jaar 2022 –", "2023 niet", "het jaar 2022 – 2023 niet"],
  ["een 13-", "jarige", "een 13-jarige"],
  ["niet-", "begeleide", "niet-begeleide"],
  ["het non-", "refoulement", "het non-refoulement"],
  ["de minister-", "president heeft", "de minister-president heeft"],
  ["de minister-", "raad", "de ministerraad"],
  ["de secretaris-", "generaal", "de secretaris-generaal"],
  ["een oud-", "minister", "een oud-minister"],
  ["de oud-", "ste schuld", "de oudste schuld"],
  ["de ex-", "gedetineerden", "de ex-gedetineerden"],
  ["de ex-", "port", "de export"],
  ["de amv-", "problematiek", "de amv-problematiek"],
  ["de tbs-", "behandeling", "de tbs-behandeling"],
  ["per e-", "mail", "per e-mail"],
  ["de sociaal-", "economische", "de sociaal-economische"],
  ["de sociaal-", "democratische", "de sociaaldemocratische"],
  [
    "de functionerings-",
    "ontwikkel- en beoordelingsgesprekken",
    "de functionerings- ontwikkel- en beoordelingsgesprekken",
  ],
  ["de handhavings-", "maatregelen en meer", "de handhavingsmaatregelen en meer"],
  ["de terug-", "keer- en migratiebrief", "de terugkeer- en migratiebrief"],
  ["de GroenLinks-PvdA-", "fractie", "de GroenLinks-PvdA-fractie"],
  ["de Volt-", "fractie", "de Volt-fractie"],
  ["de Kamer-", "fracties", "de Kamerfracties"],
  ["de DuinKust-", "cijfers", "de DuinKust-cijfers"],
  ["een laissez-", "passer", "een laissez-passer"],
  ["de laissez-", "passers van", "de laissez-passers van"],
  ["een fact-", "findingmissie", "een fact-findingmissie"],
  ["een kosten-", "batenanalyse", "een kosten-batenanalyse"],
  ["de kosten-", "stijging", "de kostenstijging"],
  ["lhbtiq+-", "personen", "lhbtiq+-personen"],
  ["het COM(2025)-", "voorstel", "het COM(2025)-voorstel"],
  ["lhbtiq+-", "en andere personen", "lhbtiq+- en andere personen"],
  ["Kamerstukken II 2016/", "17, 19 637", "Kamerstukken II 2016/17, 19 637"],
  ["zaak C-441/", "19", "zaak C-441/19"],
  ["de één-", "making", "de éénmaking"],
  ["zie https://a.example/terugkeer-", "en-overname/", "zie https://a.example/terugkeer-en-overname/"],
  ["zie https://a.example/terugkeer-", "of_niet", "zie https://a.example/terugkeer-of_niet"],
  ["informatie-", "uitwisseling", "informatie-uitwisseling"],
  ["de minister-", "president", "de minister-president"],
  ["de oud-", "minister", "de oud-minister"],
  ["een ex-", "gedetineerde", "een ex-gedetineerde"],
  ["sociaal-", "economische", "sociaal-economische"],
  ["(https://a.example/terugkeer-", "en-overname)", "(https://a.example/terugkeer-en-overname)"],
  ["«De haven dicht»", "? Zo ja", "«De haven dicht»? Zo ja"],
  ["ge\u00ad", "broken", "gebroken"],
  ["zie https://a.example/harderwijk-", "terroriseren", "zie https://a.example/harderwijk-terroriseren"],
  ["(https://", "www.a.example/b", "(https://www.a.example/b"],
  ["https://a.example/provincies", "%202022.pdf", "https://a.example/provincies%202022.pdf"],
  ["zie https://a.example/b", "en verder", "zie https://a.example/b en verder"],
  ["(dagblad.example/2024/13-en-14-weer-", "vrij-na/)", "(dagblad.example/2024/13-en-14-weer-vrij-na/)"],
  ["het verschil –", "zo leek het", "het verschil – zo leek het"],
  ["gewone regel", "gaat door", "gewone regel gaat door"],
  ["de adjunct-", "griffier", "de adjunct-griffier"],
  ["het idee van more-", "for-more in", "het idee van more-for-more in"],
  ["van hoog-", "naar laagwater", "van hoog- naar laagwater"],
  ["de ambte-", "naar zelf", "de ambtenaar zelf"],
  ["zo -zeker in de haven-", "het water in", "zo -zeker in de haven- het water in"],
  ["zie https://a.example/t?dl=6D.", "De haven is dicht", "zie https://a.example/t?dl=6D. De haven is dicht"],
  ["zie https://a.example/b.", "Pdf2", "zie https://a.example/b.Pdf2"],
])("%s / %s", (left, right, whole) => {
  expect(joined(left, right)).toBe(whole);
});

test("what the document writes elsewhere decides", () => {
  expect(joined("een oud-", "minister", ["oudminister"])).toBe("een oudminister");
  expect(joined("de co-", "financiering", ["co-financiering"])).toBe("de co-financiering");
  expect(joined("de co-", "financiering", ["cofinanciering"])).toBe("de cofinanciering");
});
