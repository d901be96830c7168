/** Agents with the most chats are drawn, this many. */
export const drawnAgents = 15;
