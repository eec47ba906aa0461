/**
 * Slack's own time when an attempt to send a message was begun, as far as it was known: seconds, of the newest message
 * that Slack had taken by then. Our clock may be set at any moment; a step of migrations.ts.
 */
export const slackTime = `
  ALTER TABLE outbox ADD COLUMN slack_time REAL;
  -- Asked for every message that is sent, among all that ever were.
  CREATE INDEX outbox_by_slack_time ON outbox (team, CAST(ts AS REAL)) WHERE state = 'sent';
`;
