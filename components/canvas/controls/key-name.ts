/** `ctrl+u,cmd+u` and `d,b,x` name several keys; the first that this machine has, as one reads it. */
export function keyName(keys: string): string {
  const other = /mac|iphone|ipad/i.test(navigator.userAgent) ? 'ctrl+' : 'cmd+';
  const key = keys.split(',').find((each) => !each.startsWith(other)) ?? keys;
  return key
    .split('+')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('+');
}
