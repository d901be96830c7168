/** The headings of the seed's export. */
export const headings =
  'RoomCode,UserId,ClosedBy,ClosingComment,ChatStartTime,ChatEndTime,AgentAssignmentTimestamp,BotFirstResponseTime,AgentFirstResponseTime,CsatScore'.split(
    ',',
  );

/** Five chats: three of two agents, two of bots. */
export const rows = [
  '70001,u1,Asha,Completed,15-02-2021 9:05:07,15-02-2021 9:25:07,15-02-2021 9:06:07,0:00:00,0:00:12,5',
  '70002,u2,Asha,Completed,15-02-2021 9:20:00,15-02-2021 9:50:00,15-02-2021 9:20:30,0:00:00,0:00:30,4',
  '70003,u3,System,Closing inactive room,15-02-2021 10:00:00,15-02-2021 10:30:00,-,0:00:02,-,0',
  '70004,u1,Bot,Resolved by bot,16-02-2021 11:10:00,16-02-2021 11:12:00,-,0:00:01,-,4',
  '70005,u4,Ravi,Completed,17-02-2021 12:00:00,17-02-2021 12:40:00,17-02-2021 12:05:00,0:00:01,0:00:40,3',
].map((row) => row.split(','));

/** A CSV file of the headings and the rows. */
export function csv(
  body: readonly (readonly string[])[] = rows,
  heading: readonly string[] = headings,
): string {
  return [heading, ...body].map((fields) => `${fields.join(',')}\n`).join('');
}

/** The rows as JSON would have them. */
export const records = rows.map((row) =>
  Object.fromEntries(row.map((cell, at) => [headings[at] ?? '', cell])),
);
