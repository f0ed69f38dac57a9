/** What a press did; announced each time. */
export class Said {
  text = $state('');
  times = $state(0);

  say(text: string): void {
    this.text = text;
    this.times += 1;
  }
}
