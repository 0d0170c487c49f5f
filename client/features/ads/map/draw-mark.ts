/** Shapes that marks on the map are drawn with, about the middle of their picture, px. */
export function diamond(context: CanvasRenderingContext2D, half: number): void {
  context.beginPath();
  context.moveTo(0, -half);
  context.lineTo(half, 0);
  context.lineTo(0, half);
  context.lineTo(-half, 0);
  context.closePath();
}

export function circle(context: CanvasRenderingContext2D, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, 2 * Math.PI);
}

export function stroke(context: CanvasRenderingContext2D, colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.stroke();
}

export function fill(context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  context.fill();
}

/** What a plan adds: told from what stands by its shape alone. */
export function proposed(
  context: CanvasRenderingContext2D,
  { proposal, markCase }: { readonly proposal: string; readonly markCase: string },
): void {
  diamond(context, 7);
  stroke(context, markCase, 3.6);
  fill(context, proposal);
}
