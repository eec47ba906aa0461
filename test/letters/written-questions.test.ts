import { describe, expect, it } from "vitest";
import type { Day, ReadLetter } from "../../src/letters/letter.ts";
import {
  askersOf,
  daysOverTerm,
  hasTerm,
  isRecognisable,
  repliesTo,
  submittedTooLongBefore,
} from "../../src/letters/written-questions.ts";
import { madeLetter } from "./made-letter.ts";

const day = (text: string) => text as Day;

const asked = (given: Partial<ReadLetter> = {}) =>
  madeLetter({
    kind: "vragen",
    title:
      "Vragen van de leden Jansen en De Boer (beiden VVD) aan de Minister over zeehonden (ingezonden 3 maart 2025)",
    submitted: day("2025-03-03"),
    ...given,
  });
const answer = (given: Partial<ReadLetter> = {}) =>
  madeLetter({
    kind: "antwoord",
    title: "Antwoord op vragen van de leden De Boer en Jansen over «Zeehonden»",
    submitted: day("2025-03-03"),
    ...given,
  });

describe("a paper replies to questions", () => {
  it.each([
    ["of the same case", { caseNumber: "2025Z00001", title: "x" }, { caseNumber: "2025Z00001" }, true],
    ["not of another case, however alike", { caseNumber: "2025Z00001" }, { caseNumber: "2025Z00002" }, false],
    ["of the same day, askers and subject where one has no case number", { caseNumber: "2025Z00001" }, {}, true],
    ["not of another day", {}, { submitted: day("2025-03-04") }, false],
    ["not on another subject", {}, { title: "Antwoord op vragen van de leden De Boer en Jansen over molens" }, false],
    ["not of other askers", {}, { title: "Antwoord op vragen van het lid Jansen over zeehonden" }, false],
    ["not when the day is not known", { submitted: null }, { submitted: null }, false],
    ["not when nobody is named", { title: "Vragen over zeehonden" }, { title: "Antwoord over zeehonden" }, false],
  ] as const)("%s", (_, questions, paper, replies) => {
    expect(repliesTo(asked(questions), answer(paper))).toBe(replies);
  });

  it("which could not be told of questions without case number and without day, askers or subject", () => {
    expect(isRecognisable(asked())).toBe(true);
    expect(isRecognisable(asked({ submitted: null, caseNumber: "2025Z00001" }))).toBe(true);
    expect(isRecognisable(asked({ submitted: null }))).toBe(false);
    expect(isRecognisable(asked({ title: "Lijst van vragen" }))).toBe(false);
  });
});

describe("the term of written questions", () => {
  it("is three plain weeks: the day after is one day over", () => {
    const submitted = day("2025-03-03");
    expect(
      ["2025-03-23", "2025-03-24", "2025-03-25", "2025-06-01"].map((on) => daysOverTerm(submitted, day(on))),
    ).toEqual([-1, 0, 1, 69]);
    expect(submittedTooLongBefore(day("2025-03-25"))).toBe(submitted);
    expect(submittedTooLongBefore(day("2025-03-24"))).toBe("2025-03-02");
  });

  it("holds for written questions of the Tweede Kamer with a day, and for nothing else", () => {
    expect(hasTerm(asked())).toBe(true);
    expect(hasTerm(asked({ submitted: null }))).toBe(false);
    expect(hasTerm(asked({ chamber: "Eerste Kamer" }))).toBe(false);
    expect(hasTerm(asked({ title: "Mondelinge vragen van het lid Atsma over omroepgidsen" }))).toBe(false);
    expect(hasTerm(answer())).toBe(false);
  });
});

describe("who asked", () => {
  it("is read from the questions, else from the title, each person once", () => {
    const party = "VVD";
    expect(askersOf(asked())).toEqual([
      { name: "Jansen", party },
      { name: "De Boer", party },
    ]);
    const question = {
      numbers: [1],
      question: "?",
      askers: [{ name: "Kat", party: "D66" }],
      answer: null,
      refersTo: [],
    };
    expect(askersOf(asked({ questions: [question, question] }))).toEqual([{ name: "Kat", party: "D66" }]);
  });
});
