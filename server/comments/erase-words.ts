import type { CommentView } from '#board/api/comments.ts';
import type { Tx } from '../house.ts';

/**
 * Takes the words of a removed comment from wherever we sent or kept them: messages to webhooks say
 * that it was removed, with what receivers answered gone too, as that may repeat them; mails that wait
 * are not sent and those that went are emptied; an answer kept for a repeated request says nothing
 * more. [TALK-5]
 */
export async function eraseWords(tx: Tx, removed: CommentView): Promise<void> {
  const { id: commentId } = removed;
  const deliveries = await tx.webhookDelivery.findMany({ where: { commentId } });
  for (const { id, type, createdAt } of deliveries) {
    const body = JSON.stringify({ id, type, at: createdAt.toISOString(), data: removed });
    await tx.webhookDelivery.update({ where: { id }, data: { body } });
  }
  await tx.webhookAttempt.updateMany({
    where: { delivery: { commentId }, answer: { not: null } },
    data: { answer: '' },
  });
  await tx.mail.deleteMany({ where: { commentId, sentAt: null } });
  await tx.mail.updateMany({ where: { commentId }, data: { text: '' } });
  await tx.idempotencyKey.updateMany({
    where: { actorId: removed.author.id, response: { path: ['id'], equals: commentId } },
    data: { response: removed },
  });
}
