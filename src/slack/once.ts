import type { AnyMiddlewareArgs, Middleware } from "@slack/bolt";
import type { Deliveries } from "../store/deliveries.ts";

/**
 * Acknowledges commands, presses and shortcuts before anything else, for Slack waits three seconds, and drops what
 * Slack delivers a second time. A submitted view is acknowledged by its own handler, which may find fault with it;
 * events are acknowledged by Bolt.
 */
export function onlyOnce(deliveries: Deliveries, now: () => Date): Middleware<AnyMiddlewareArgs> {
  return async ({ next, body, ...args }) => {
    const isSubmission = body.type === "view_submission";
    if (!isSubmission && "ack" in args && typeof args.ack === "function") await args.ack();
    const id = deliveryId(body);
    if (id === null || deliveries.isFirst(id, now())) await next();
    else if (isSubmission && "ack" in args && typeof args.ack === "function") await args.ack();
  };
}

/** What all deliveries of one thing have in common: the id of an event, or the trigger of what a person did. */
function deliveryId(body: object): string | null {
  if ("event_id" in body) return `event ${String(body.event_id)}`;
  if ("trigger_id" in body) return `trigger ${String(body.trigger_id)}`;
  return null;
}
