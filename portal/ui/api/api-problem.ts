import type { FieldError, Problem } from '../../../src/api/contract.js';

/** A refusal of the server (RFC 9457), or what the browser could say when no server answered. */
export class ApiProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }

  get fieldErrors(): FieldError[] {
    return this.problem.errors ?? [];
  }
}
