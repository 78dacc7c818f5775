import { readFileSync } from "node:fs";

/** Samples at 8 kHz that each answer is about: 32 ms. */
export const step = 256;

/** Samples before a step that the network looks at too. */
const context = 32;

/** The Fourier transform, as a matrix: windows of 128 samples every 64, each against 65 cosines and then 65 sines. */
const [windowSize, hop, lines] = [128, 64, 65];

/** Numbers in the memory from step to step. */
const memory = 128;

/** Inputs, outputs and stride of the convolutions; each output looks at three columns side by side. */
const shapes = [
  [65, 128, 1],
  [128, 64, 2],
  [64, 64, 2],
  [64, 128, 1],
] as const;

type Numbers = Float32Array;
type Layer = { readonly stride: number; readonly weights: Numbers; readonly biases: Numbers };
type Cell = { readonly input: Numbers; readonly past: Numbers; readonly biases: Numbers };
type Memory = { readonly said: Numbers; readonly kept: Numbers };

/** Silero VAD's network for 8 kHz: a Fourier transform, four convolutions, one LSTM cell and one output. */
export type Network = {
  readonly transform: Numbers;
  readonly layers: readonly Layer[];
  readonly cell: Cell;
  readonly output: Layer;
};

/** Reads the network's half floats from beside this file (MIT, the Silero Team's; see NOTICES.md). */
export function readNetwork(): Network {
  const { buffer, byteOffset, length } = readFileSync(new URL("silero-vad-8k.f16", import.meta.url));
  const numbers = Float32Array.from(new Float16Array(buffer, byteOffset, length / 2));
  let at = 0;
  const next = (count: number) => numbers.subarray(at, (at += count));
  const transform = next(2 * lines * windowSize);
  const layers = shapes.map(([inputs, outputs, stride]) => {
    return { stride, weights: next(outputs * inputs * 3), biases: next(outputs) };
  });
  const [input, past] = [next(4 * memory * memory), next(4 * memory * memory)];
  const [first, second] = [next(4 * memory), next(4 * memory)];
  const cell = { input, past, biases: first.map((bias, i) => bias + (second[i] ?? 0)) };
  return { transform, layers, cell, output: { stride: 1, weights: next(memory), biases: next(1) } };
}

/** How likely it is, 0–1, that somebody speaks in each whole 32 ms of samples at 8 kHz in −1…1. */
export function speechLikelihoods(samples: Float64Array, { transform, layers, cell, output }: Network): number[] {
  const state = { said: new Float32Array(memory), kept: new Float32Array(memory) };
  return Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    const [column = new Float32Array(memory)] = layers.reduce(convolved, spectra(aroundStep(samples, i), transform));
    remember(state, column, cell);
    const active = state.said.map((value) => Math.max(0, value));
    return sigmoid((output.biases[0] ?? 0) + dot(output.weights, 0, active, 0, memory));
  });
}

/** A step with the context before it, and as much after it, mirrored. */
function aroundStep(samples: Float64Array, i: number): Numbers {
  const end = context + step;
  const sound = new Float32Array(end + context);
  for (let k = 0; k < end; k++) sound[k] = samples[i * step + k - context] ?? 0;
  for (let k = 0; k < context; k++) sound[end + k] = sound[end - 2 - k] ?? 0;
  return sound;
}

/** One column of magnitudes a window. */
function spectra(sound: Numbers, transform: Numbers): Numbers[] {
  return Array.from({ length: (sound.length - windowSize) / hop + 1 }, (_, window) => {
    const against = (line: number) => dot(transform, line * windowSize, sound, window * hop, windowSize);
    return new Float32Array(lines).map((_value, line) => Math.sqrt(against(line) ** 2 + against(lines + line) ** 2));
  });
}

function convolved(columns: Numbers[], { stride, weights, biases }: Layer): Numbers[] {
  const inputs = columns[0]?.length ?? 0;
  return Array.from({ length: Math.ceil(columns.length / stride) }, (_, place) => {
    const near = new Float32Array(3 * inputs);
    for (let side = 0; side < 3; side++) {
      for (const [i, value] of (columns[place * stride + side - 1] ?? []).entries()) near[3 * i + side] = value;
    }
    return biases.map((bias, i) => Math.max(0, bias + dot(weights, i * near.length, near, 0, near.length)));
  });
}

/** One step of the LSTM cell: what it takes in, lets go of, makes of it and says of it, in that order of the weights. */
function remember({ said, kept }: Memory, column: Numbers, { input, past, biases }: Cell): void {
  const gates = biases.map((bias, i) => {
    return bias + dot(input, i * memory, column, 0, memory) + dot(past, i * memory, said, 0, memory);
  });
  const gate = (which: number, i: number) => gates[which * memory + i] ?? 0;
  for (let i = 0; i < memory; i++) {
    const held = sigmoid(gate(1, i)) * (kept[i] ?? 0) + sigmoid(gate(0, i)) * Math.tanh(gate(2, i));
    kept[i] = held;
    said[i] = sigmoid(gate(3, i)) * Math.tanh(held);
  }
}

/** Two sums side by side: one alone would wait for itself, and nearly all the time is spent here. */
function dot(a: Numbers, aFrom: number, b: Numbers, bFrom: number, length: number): number {
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < length; i += 2) {
    even += (a[aFrom + i] ?? 0) * (b[bFrom + i] ?? 0);
    odd += (a[aFrom + i + 1] ?? 0) * (b[bFrom + i + 1] ?? 0);
  }
  if (length % 2 === 1) even += (a[aFrom + length - 1] ?? 0) * (b[bFrom + length - 1] ?? 0);
  return even + odd;
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
