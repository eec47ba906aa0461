/** The `action_id` of everything that can be pressed; src/slack/ registers a handler for each, and a test holds that. */
export const actionIds = {
  page: "answer-page",
  pageBack: "answer-page-back",
  order: "answer-order",
  /** What can be asked instead; a number follows, as ids differ within a row of buttons. */
  instead: "answer-instead",
  filters: "answer-filters",
  feedback: "answer-feedback",
  letterPassages: "letter-passages",
  context: "passage-context",
  /** The passage that an answer points to. */
  target: "passage-context-target",
  share: "passage-share",
  quote: "passage-quote",
  /** Opens a link; Slack tells of it all the same. */
  source: "passage-source",
  subscriptionChange: "subscription-change",
  subscriptionPause: "subscription-pause",
  subscriptionResume: "subscription-resume",
  subscriptionStop: "subscription-stop",
  /** To hear of the answer to questions. */
  followAnswer: "question-follow",
  letterOpen: "letter-open",
  letterQuestions: "letter-questions",
  letterQuestionsBack: "letter-questions-back",
  letterReferences: "letter-references",
  letterReferencesBack: "letter-references-back",
  letterCiting: "letter-citing",
  letterCitingBack: "letter-citing-back",
  timelinePage: "timeline-page",
  timelinePageBack: "timeline-page-back",
  /** The picture, to the person who pressed. */
  timelinePicture: "timeline-picture",
  /** The picture, to everybody in the conversation. */
  timelineShare: "timeline-share",
  keep: "passage-keep",
  /** Shares a passage in the thread of the message that a shortcut was used on. */
  shareInThread: "passage-share-thread",
  collectionOpen: "collection-open",
  collectionPage: "collection-page",
  collectionPageBack: "collection-page-back",
  collectionRename: "collection-rename",
  wordByCountry: "collection-word-country",
  wordByLetter: "collection-word-letter",
  markdown: "collection-markdown",
  keptEarlier: "kept-earlier",
  keptLater: "kept-later",
  keptNote: "kept-note",
  keptRemove: "kept-remove",
  keptUndo: "kept-undo",
  keptDevelopment: "kept-development",
  personalData: "personal-data",
  personalDataForget: "personal-data-forget",
} as const;

/** The `callback_id` of the views that are submitted, or that take one another's place. */
export const viewIds = {
  filters: "filters",
  quote: "quote",
  letter: "letter",
  collectionName: "collection-name",
  keptNote: "kept-note-text",
  subscription: "subscription",
  personalData: "personal-data",
} as const;
