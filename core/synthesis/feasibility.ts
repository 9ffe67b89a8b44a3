import { closureObstacles } from './closure-obstacles.ts';
import { connectionObstacles } from './connection-obstacles.ts';
import { fieldObstacles } from './field-obstacles.ts';
import type { Obstacle, Question } from './obstacle.ts';

/**
 * Why no circuit can be as asked, as far as that can be proven before any is looked for; nothing proves that one exists.
 * Fields first: the rest is said only of requests whose fields make sense one by one.
 */
export function obstaclesOf(question: Question): Obstacle[] {
  const fields = fieldObstacles(question);
  if (fields.length > 0) return fields;
  return [...connectionObstacles(question), ...closureObstacles(question)];
}
