import type { Reader } from '../../persistence/transaction.js';
import type { InvariantFinding } from './finding.js';

/** Work that the outbox gave up after its last attempt, such as a paper that could not be made: whoever waits for it waits for ever. */
export async function givenUpMessages(reader: Reader): Promise<InvariantFinding[]> {
  const rows = await reader.query("SELECT m.id, m.topic, d.caseId, d.title, c.number FROM outbox_messages m LEFT JOIN documents d ON d.id = m.subject LEFT JOIN cases c ON c.id = d.caseId WHERE m.status = 'failed' ORDER BY m.id LIMIT 200", []);
  return rows.map(({ id, topic, caseId, title, number }) => ({
    rule: 'message-given-up',
    caseId: (caseId as string | null) ?? '',
    number: (number as string | null) ?? '',
    subject: id as string,
    message: title ? `文书“${String(title)}”多次制作失败，已停止重试` : `后台任务（${String(topic)}）多次失败，已停止重试`,
    messageEn: title ? 'A paper could not be made and is not tried again' : `A job (${String(topic)}) failed and is not tried again`,
    repairable: true,
    remedy: '重新制作',
  }));
}
