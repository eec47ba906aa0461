import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLabel, readNumbers } from "../../src/letters/labels.ts";

describe("a label", () => {
  test.each([
    ["Vraag 1", "question", [1]],
    ["Vraag 2 en 3", "question", [2, 3]],
    ["Vragen 2, 3 en 4", "question", [2, 3, 4]],
    ["Vraag 7, 8, 9 10 en 11", "question", [7, 8, 9, 10, 11]],
    ["Vraag 3 t/m 5", "question", [3, 4, 5]],
    ["**Vraag 3 tot en met 5**", "question", [3, 4, 5]],
    ["### Vraag (4)", "question", [4]],
    ["Vraag: 4", "question", [4]],
    ["Vragen 1 tot en met 4", "question", [1, 2, 3, 4]],
    ["Vraag 8 a", "question", [8]],
    ["Vraag no. 5", "question", [5]],
    ["Antwoord op vraag 3, 4 en 5", "answer", [3, 4, 5]],
    ["Antwoord 3 t/m 5", "answer", [3, 4, 5]],
    ["Antwoord 1en 2", "answer", [1, 2]],
    ["Antwoord op vraag 4 en vraag 5", "answer", [4, 5]],
    ["Antwoord op vragen 2 / 3", "answer", [2, 3]],
    ["Antwoord", "answer", []],
    ["#### **Antwoord**", "answer", []],
    ["Antwoord 2 en 3", "answer", [2, 3]],
    ["Antwoord op vraag 3 en 8", "answer", [3, 8]],
    ["Antwoord op de vragen 1-3:", "answer", [1, 2, 3]],
    ["Antwoord: Ja.", "answer", []],
    ["Antwoord van het kabinet", "answer", []],
    ["Antwoord op de vragen 2 en 3 gezamenlijk", "answer", [2, 3]],
    ["Gezamenlijk antwoord op vragen 2 en 3", "answer", [2, 3]],
    ["Antwoord op vraag 2 en 3 (samen)", "answer", [2, 3]],
    ["Antwoord op vragen 2 en 3 van het lid Duin (PvdZ)", "answer", [2, 3]],
    ["Antwoord op vraag 2 en op vraag 3", "answer", [2, 3]],
    ["Antwoord 2 en antwoord 3", "answer", [2, 3]],
    ["Antwoord op vraag 2 alsmede 3", "answer", [2, 3]],
    ["Antwoord van de Staatssecretaris op de vragen 2 en 3", "answer", [2, 3]],
    ["Reactie van het kabinet op vraag 2 en 3", "answer", [2, 3]],
    ["Antwoord minister", "answer", []],
    ["Antwoord kabinet", "answer", []],
    ["Antwoord op bovenstaande vragen", "answer", []],
    ["_Antwoord 2 en 3_", "answer", [2, 3]],
    ["Vr. 4", "question", [4]],
    ["Antw. 4", "answer", [4]],
    ["Mededeling", "notice", []],
    ["Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen.", "notice", []],
    ["Vraag 2 (VVD)", "question", [2]],
    ["**Vraag 12 en 13 (GroenLinks-PvdA):**", "question", [12, 13]],
    ["Vraag (3) (D66-fractie)", "question", [3]],
  ])("%s", (line, side, numbers) => {
    expect(readLabel(line)).toMatchObject({ side, numbers });
  });

  test.each([
    "Vraag 2 en 3 liggen in elkaars verlengde.",
    "Vraag is of dat zo is.",
    "Vraag 2c kan ik niet beantwoorden.",
    "Vraag 2024",
    "Antwoord 3.1",
    "Antwoord van Minister Heinen (Financiën)",
    "Antwoorden geeft de minister niet",
    "Antwoord van de minister van Financiën",
    "Antwoord op deze vragen geef ik later",
    "Gezamenlijke inzet",
    "Vragen en opmerkingen van de leden van de SP-fractie",
    "Toelichting",
    "2. Antwoorden op vragen",
    "3. Reactie van de VNG",
    "Vraag 2 (Van Nispen)",
    "Vraag 2 (vervolg)",
    "Vraag 2 (VVD, slot)",
  ])("is not: %s", (line) => {
    expect(readLabel(line)).toBeNull();
  });

  test.each([
    ["Vraag 2 (VVD)", ["VVD"]],
    ["Vraag 3 (SP en CDA)", ["SP", "CDA"]],
    ["Vraag 4 (GL-PvdA, D66-fractie): Hoe dan?", ["GL-PvdA", "D66"]],
    ["Vraag 5", []],
  ])("says which party asked: %s", (line, parties) => {
    expect(readLabel(line)?.parties).toEqual(parties);
  });

  test("never takes long for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("V", "raag", " ", "1", ",", " en ", "t/m", "-"), maxLength: 200 }),
        (line) => {
          readLabel(`Vraag ${line}`);
        },
      ),
    );
  });
});

test("numbers rise and do not repeat, and a range that cannot be one is only its ends", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 }), (numbers) => {
      expect(readNumbers(numbers.join(", "))).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    }),
  );
  expect(readNumbers("9 t/m 3")).toEqual([3, 9]);
});
