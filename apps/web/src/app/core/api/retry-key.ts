/** Gives a key to each request: the same again for a retry, a new one for another body. */
export class RetryKey {
  private body = '';
  private key = '';

  /** The key of this request. */
  for(request: unknown): string {
    const body = JSON.stringify(request);
    if (body !== this.body) this.key = crypto.randomUUID();
    this.body = body;
    return this.key;
  }

  /** It was made: even the same again is another one. */
  used(): void {
    this.body = '';
  }
}
