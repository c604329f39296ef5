/** The lines that tell what went with the demo, after the first import of real data; none where there was no demo. */
export function demoWithdrawnLines(demoWithdrawn: boolean): readonly string[] {
  if (!demoWithdrawn) return [];
  return [
    'The demo was withdrawn: its registers and figures, its invented actors, and their joint decisions, tasks, bodies,',
    'meetings, concepts, trainings and deadlines. What you recorded yourselves stays; from now on there is nothing else.',
  ];
}
