/** What the operator can mend: the message names the thing and the next step, and needs no stack. */
export class OperatorError extends Error {
  override readonly name = 'OperatorError'
}
