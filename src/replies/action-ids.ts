/** The `action_id` of everything that can be pressed; src/slack/ registers a handler for each, and a test holds that. */
export const actionIds = {
  page: "answer-page",
  pageBack: "answer-page-back",
  order: "answer-order",
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
} as const;

/** The `callback_id` of the views that are submitted. */
export const viewIds = { filters: "filters", subscription: "subscription" } as const;
