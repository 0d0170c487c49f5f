// Loaded into a server before it starts: at each SIGUSR2 its clock goes two weeks on.
const FORTNIGHT_MS = 14 * 86_400_000;
const now = Date.now.bind(Date);
let ahead = 0;
Date.now = () => now() + ahead;
process.on("SIGUSR2", () => {
  ahead += FORTNIGHT_MS;
});
