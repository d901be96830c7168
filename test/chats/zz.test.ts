import { it } from 'vitest';
import { tempFiles } from './temp-files.js';
const files = tempFiles();
it('x', async () => {
  for (const vals of [['15-02-2021 10:00:00 a.m.','16-02-2021 1:05 p.m.', '16-02-2021 1:05 P.M.'], ['21-02-13 10:00','21-02-25 11:00', '21-02-26 9:00'], ['13/02/21 10:00','25/02/21 11:00'], ['02/13/21 10:00','02/25/21 11:00'],['13-02-21','14-02-21'],['2021-02-15 00:30 AM'], ['Mon, 15 Feb 2021 10:00:00 GMT'], ['Monday 15 February 2021 10:00'], ['15th Feb 2021'], ['Feb 15 2021 10:00AM'], ['15-Feb-21 10:00'], ['15 Sept 2021 10:00','2021年2月15日'], ['15-02-2021T10:00:00'], ['15/02/2021, 10:00:00'], ['20210215T100000Z'], ['2021-02-15 10:00:00 +0530'], ['2021-02-15 10:00:00 +05:30 '], ['2021-02-15T10:00:00.000+0000'],['15-02-2021  10:00:00']]) {
    try {
      const r = await files.report('RoomCode,ClosedBy,ChatStartTime\n' + vals.map((v, i) => `${i},A,"${v}"`).join('\n'), {period:'day'});
      console.log(JSON.stringify(vals), r.source.first_chat_at, r.source.last_chat_at, r.data_quality.rows_rejected, r.source.files[0]?.date_evidence, r.data_quality.notes.filter(n=>/date/.test(n)).length);
    } catch (e) { console.log(JSON.stringify(vals), (e as Error).message); }
  }
});
