const RAD = Math.PI / 180;
const A = 6_378_137;
const F = 1 / 298.257223563;
const N = F / (2 - F);
const SCALE = 0.9996;

/** WGS 84 to UTM, metres, by Krüger's series: good to a millimetre in the zone. */
export function utm(lng: number, lat: number, zone: number): [x: number, y: number] {
  const meridian = (zone * 6 - 183) * RAD;
  const [phi, lambda] = [lat * RAD, lng * RAD - meridian];
  const e = (2 * Math.sqrt(N)) / (1 + N);
  const t = Math.sinh(Math.atanh(Math.sin(phi)) - e * Math.atanh(e * Math.sin(phi)));
  const xi = Math.atan2(t, Math.cos(lambda));
  const eta = Math.atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
  const radius = (A / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
  const alpha = [
    N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3,
    (13 / 48) * N ** 2 - (3 / 5) * N ** 3,
    (61 / 240) * N ** 3,
  ];
  let [x, y] = [eta, xi];
  alpha.forEach((a, i) => {
    const k = 2 * (i + 1);
    x += a * Math.cos(k * xi) * Math.sinh(k * eta);
    y += a * Math.sin(k * xi) * Math.cosh(k * eta);
  });
  return [500_000 + SCALE * radius * x, SCALE * radius * y];
}
