export class StoreProblem extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = 'StoreProblem';
    this.status = status;
  }
}
