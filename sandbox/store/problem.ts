/** A request this store refuses: an HTTP status and one plain sentence, as record stores answer. */
export class StoreProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'StoreProblem';
    this.status = status;
  }
}
