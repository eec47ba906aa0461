/**
 * Where digests go: a channel's id, or a person's id for that person's own conversation with the bot. A person's own
 * conversation is named by the person, as a slash command may also be typed in a conversation that the bot is not in.
 */
export type Place = string & { readonly unit: "place" };

/** A person's own conversation with the bot. @param user Slack id of the person */
export function ownPlace(user: string): Place {
  return user as Place;
}

/** A channel. @param channel Slack id of the channel */
export function channelPlace(channel: string): Place {
  return channel as Place;
}

/**
 * Where digests go for what is typed or pressed in a conversation: a direct message means the person's own conversation.
 * @param channel null in the home of the app, which is the person's own
 */
export function placeOf({ user, channel }: { user: string; channel: string | null }): Place {
  return channel === null || channel.startsWith("D") ? ownPlace(user) : channelPlace(channel);
}

/** A person's id names that person's own conversation with the bot. */
export function isOwnConversation(place: Place): boolean {
  return /^[UW]/.test(place);
}
