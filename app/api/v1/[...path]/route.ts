import { answerRequest } from '#server/api/answer-request.ts';
import { theHouse } from '#server/house.ts';

const answer = (request: Request): Promise<Response> => answerRequest(theHouse(), request);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
