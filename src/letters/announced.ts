/** What the head of a paper says about the questions in it. */
export interface Announced {
  /** Whether they are asked in it: it opens with "Vragen van het lid …", or is a list of questions. */
  questions: boolean;
  /** Whether they are answered in it. */
  answers: boolean;
}

const list = /(?<!\p{L})lijst van vragen(?!\p{L})/iu;
const answeredList = /(?<!\p{L})lijst van vragen (?:en|met de daarop gegeven) antwoorden(?!\p{L})/iu;
const answersQuestions = /(?<!\p{L})(?:antwoord(?:en)?|beantwoording|reactie)(?!\p{L})[^.?!]{0,60}?vragen(?!\p{L})/iu;
const putsOff = /uitstel|mededeling|verlenging|termijn/i;

/** Reads it from the items of a head, each as one text. */
export function readAnnounced(head: readonly { name: string; text: string }[]): Announced {
  const items = head.map(({ name, text }) => ({ name, text: text.slice(0, 500) }));
  return { questions: items.some(announcesQuestions), answers: items.some(announcesAnswers) };
}

function announcesQuestions({ name, text }: { name: string; text: string }): boolean {
  return name === "asked" || /^lijst van vragen/i.test(text) || (name === "kind" && list.test(text));
}

function announcesAnswers({ name, text }: { name: string; text: string }): boolean {
  if (name === "answered") return !/^mededeling/i.test(text);
  if (name === "asked") return /^(?:antwoord|beantwoording)/i.test(text);
  if (answeredList.test(text)) return true;
  return name === "subject" && answersQuestions.test(text) && !putsOff.test(text);
}
