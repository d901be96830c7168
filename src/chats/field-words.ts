import type { ChatField } from './columns.js';

/** What a field of a chat is, for people. */
export const fieldWords: Record<ChatField, { name: string; meaning: string }> = {
  chat_id: { name: 'Chat', meaning: 'what tells chats apart' },
  user_id: { name: 'User', meaning: 'who asked' },
  closed_by: { name: 'Closed by', meaning: 'the agent or bot that closed the chat' },
  closing_reason: { name: 'Closing reason', meaning: 'why or how it was closed' },
  started_at: { name: 'Start', meaning: 'when the chat began' },
  ended_at: { name: 'End', meaning: 'when it was closed' },
  assigned_at: { name: 'Assigned', meaning: 'when an agent got it' },
  bot_first_response_seconds: { name: 'First response of the bot', meaning: 'how long it took' },
  agent_first_response_seconds: { name: 'First response of an agent', meaning: 'how long it took' },
  csat_score: { name: 'Rating', meaning: 'CSAT, as the user gave it' },
};
