import type { LetterKey, StoredLetter } from "../letters/stored-letter.ts";
import { answeredReplies } from "../replies/answered-reply.ts";
import { digestCard } from "../replies/digest-page.ts";
import { grouped } from "../replies/grouped.ts";
import { questionCard } from "../replies/question-card.ts";
import type { AwaitedQuestion, Followed, Told } from "../store/followed-questions.ts";
import type { Replies } from "../store/question-papers.ts";
import type { ArrivedLetter } from "../store/subscription-arrivals.ts";
import type { DueTurn } from "./decide.ts";
import { plainLetter } from "./digest-letter.ts";
import { type Matches, matchEach } from "./match.ts";
import { type DigestParts, type Prepare, type Prepared, understoodOf } from "./prepared.ts";

/** What is told of one set of questions in a place. */
interface News {
  questions: StoredLetter;
  /** The answer, or the notice that it is delayed. */
  reply: StoredLetter;
  told: Told[];
}

/**
 * Tells that followed questions were answered, or that their answer is delayed. New questions that a query finds are
 * followed from the turn on in which they are seen. What there is to tell is read from the letters that hold, and the
 * ledger says what was told: so it does not matter in which order questions and answers came in, nor how often.
 */
export const prepareAnswers: Prepare = async (due, until, parts) => {
  if (due.length === 0) return { prepared: [], misunderstood: [] };
  const first = Math.min(...due.map(({ subscription }) => subscription.seenBatch));
  const arrived = parts.arrivals.between(first, until).filter(({ kind }) => kind === "vragen");
  const queries = due.flatMap(({ subscription: { query } }) => (query === "" ? [] : query));
  const among = new Set(arrived.map(({ key }) => key));
  const matches = await matchEach(new Map(queries.map((query) => [query, among])), parts.index);
  if (matches === null) return null;
  const { understood, misunderstood } = understoodOf(due, matches);
  const followed = understood.flatMap((turn) => newlyFollowed(turn, arrived, matches, parts));
  const awaited = parts.followedQuestions.awaited(
    understood.map(({ subscription }) => subscription.id),
    followed,
  );
  const replies = parts.questionPapers.repliesTo(awaited.map(({ question }) => question));
  const places = grouped(understood, ({ subscription: { team, place } }) => `${team} ${place}`);
  const prepared = [...places.values()].map((turns) => prepareAt(turns, followed, awaited, replies, parts));
  return { prepared, misunderstood };
};

/** Questions that came in and are to be followed; ones that were there before only as long as they have no answer. */
function newlyFollowed(
  { subscription: { id, query, question, seenBatch } }: DueTurn,
  arrived: readonly ArrivedLetter[],
  matches: ReadonlyMap<string, Matches>,
  { questionPapers }: DigestParts,
): Followed[] {
  if (question !== null) return [];
  const found = arrived.filter(
    ({ key, batch }) => batch > seenBatch && (query === "" || (matches.get(query)?.letters.has(key) ?? false)),
  );
  const old = found.filter(({ firstBatch }) => firstBatch <= seenBatch).map(({ key }) => key);
  const replies = questionPapers.repliesTo(old);
  const isOver = new Set(old.filter((key) => (replies.get(key)?.answers.length ?? 0) > 0));
  return found.flatMap(({ key }) => (isOver.has(key) ? [] : { subscription: id, question: key }));
}

function prepareAt(
  turns: [DueTurn, ...DueTurn[]],
  followed: readonly Followed[],
  awaited: readonly AwaitedQuestion[],
  replies: ReadonlyMap<LetterKey, Replies>,
  parts: DigestParts,
): Prepared {
  const [{ subscription }] = turns;
  const own = new Set(turns.map(({ subscription: { id } }) => id));
  const news = newsOf(
    awaited.filter((one) => own.has(one.subscription)),
    replies,
    parts,
  );
  return {
    team: subscription.team,
    place: subscription.place,
    subject: "answers",
    letters: news.map(({ questions: { key, version }, told }) => ({
      key,
      version,
      subscriptions: [...new Set(told.map((one) => one.subscription))],
    })),
    messages: compose(news, parts),
    turns,
    followed: followed.filter((one) => own.has(one.subscription)),
    told: news.flatMap(({ told }) => told),
  };
}

function newsOf(
  awaited: readonly AwaitedQuestion[],
  replies: ReadonlyMap<LetterKey, Replies>,
  { letters }: DigestParts,
): News[] {
  const news = new Map<string, News>();
  for (const { subscription, followed, question, delayTold } of awaited) {
    const { answers = [], notices = [] } = replies.get(question) ?? {};
    const [key] = answers.length > 0 ? answers : delayTold ? [] : notices;
    // Questions that were withdrawn may still have been answered.
    const questions = key === undefined ? null : (letters.lastKnown(question)?.letter ?? null);
    const reply = key === undefined ? null : letters.letter(key);
    if (questions === null || reply === null) continue;
    // The same questions may have come in twice, as two letters.
    const name = `${questions.caseNumber ?? `letter ${question}`} ${reply.key}`;
    const one = news.get(name) ?? { questions, reply, told: [] };
    news.set(name, one);
    one.told.push({ subscription, question: followed, news: answers.length > 0 ? "answer" : "delay" });
  }
  return [...news.values()];
}

function compose(news: readonly News[], parts: DigestParts) {
  const cards = news.map(({ questions, reply, told }) => ({
    questions: questionCard(questions),
    isAnswer: told.some((one) => one.news === "answer"),
    reply: digestCard(plainLetter(parts, reply)),
  }));
  return cards.length === 0 ? [] : answeredReplies(cards);
}
