/** Whom a notice falls to when the person that it is for cannot be reached. */
export const noticesElsewhere = `
  ALTER TABLE outbox ADD COLUMN otherwise TEXT NOT NULL DEFAULT '[]';   -- ids of channels as JSON, the first to be tried first
`;
