import { App, type ReceiverEvent } from "@slack/bolt";
import { newRequestNumber, underNumber } from "../ops/request-number.ts";

/** Bolt's app, which handles every payload under a number of its own, from before the first handler to the last error. */
export class NumberedApp extends App {
  override processEvent(event: ReceiverEvent): Promise<void> {
    return underNumber(newRequestNumber(), () => super.processEvent(event));
  }
}
