// Loaded into a server before it starts: its day goes faster, its timers do not. Times of the begin are given, so that a
// server that starts anew goes on where the one before it was.
const [beganAt = 0, shownAt = 0, speed = 1] = ["BEGAN_AT", "SHOWN_AT", "SPEED"].map((name) =>
  Number(process.env[`WARP_${name}`]),
);
const RealDate = Date;
const realNow = Date.now.bind(Date);
const now = () => Math.floor(shownAt + (realNow() - beganAt) * speed);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given, made),
});
Date.now = now;
