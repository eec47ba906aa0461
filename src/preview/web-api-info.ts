import { type Method, SlackError } from "./slack-error.ts";
import { bot, botId, channels, findChannel, team, type User, users } from "./workspace.ts";

const authTest: Method = () => ({
  url: `https://${team.domain}.slack.com/`,
  team: team.domain,
  team_id: team.id,
  user: bot.name.toLowerCase(),
  user_id: bot.id,
  bot_id: botId,
  is_enterprise_install: false,
});

function userForSlack(user: User, timeZone: string) {
  const profile = { display_name: user.name, real_name: user.name };
  return {
    id: user.id,
    team_id: team.id,
    name: user.name.toLowerCase(),
    real_name: user.name,
    profile,
    is_bot: user.isBot,
    deleted: false,
    locale: "nl-NL",
    tz: timeZone,
  };
}

const usersInfo: Method = (args, { timeZone }) => {
  const user = users.find(({ id }) => id === args.user);
  if (user === undefined) throw new SlackError("user_not_found");
  return { user: userForSlack(user, timeZone) };
};

const conversationsInfo: Method = (args) => {
  const channel = findChannel(args.channel);
  if (channel === undefined) throw new SlackError("channel_not_found");
  const { id, name, isDirect } = channel;
  return { channel: { id, name, is_channel: !isDirect, is_im: isDirect, is_private: isDirect, is_member: true } };
};

const conversationsMembers: Method = (args) => {
  if (findChannel(args.channel) === undefined) throw new SlackError("channel_not_found");
  return { members: users.map(({ id }) => id), response_metadata: { next_cursor: "" } };
};

export const infoMethods: Record<string, Method> = {
  "auth.test": authTest,
  "users.info": usersInfo,
  "users.list": (_args, { timeZone }) => ({
    members: users.map((user) => userForSlack(user, timeZone)),
    response_metadata: { next_cursor: "" },
  }),
  "conversations.info": conversationsInfo,
  "conversations.list": () => ({
    channels: channels.filter(({ isDirect }) => !isDirect).map(({ id, name }) => ({ id, name, is_member: true })),
    response_metadata: { next_cursor: "" },
  }),
  "conversations.members": conversationsMembers,
};
