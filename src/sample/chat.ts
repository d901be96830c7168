/** One chat. Times are whole seconds since the first midnight, responses are seconds, null is missing. */
export interface Chat {
  /** as it stands in the file, quotes included; null = still open */
  readonly closedBy: string | null;
  readonly reason: string | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly assignedAt: number | null;
  readonly botResponse: number | null;
  readonly agentResponse: number | null;
  /** 1 to 5, 0 = not rated */
  readonly rating: number;
}

/** The same chat before anybody has closed it. */
export function stillOpen(chat: Chat): Chat {
  return { ...chat, closedBy: null, reason: null, endedAt: null, rating: 0 };
}
