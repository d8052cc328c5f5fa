"""Serves a model folder of Simmer's by Triton, over the Open Inference Protocol.

    python serve.py models/simmer-en --port 8000

Each row is run alone and without its padding, so that an 8-bit model reads an utterance the same in any company.
"""

import argparse
import pathlib
import signal
import socket
import sys
import threading

import numpy
import onnxruntime
from pytriton.decorators import batch
from pytriton.model_config import DynamicBatcher, ModelConfig, Tensor
from pytriton.triton import Triton, TritonConfig

LABELS = 3
STARTS = 5
BETWEEN_LOOKS_S = 1


class Network:
    """A network on one core; as many of them work at once as there are instances."""

    def __init__(self, file):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])

    def inputs(self):
        return [given.name for given in self.session.get_inputs()]

    @batch
    def __call__(self, **inputs):
        lengths = inputs["attention_mask"].sum(axis=1)
        rows = [self.read(inputs, row, length) for row, length in enumerate(lengths)]
        return {"logits": numpy.concatenate(rows)}

    def read(self, inputs, row, length):
        alone = {name: values[row : row + 1, :length] for name, values in inputs.items()}
        return self.session.run(["logits"], alone)[0]


def require_free(address, port):
    """Triton would be waited for where somebody else listens."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        socket.create_server((address, port), family=family).close()
    except OSError as refused:
        sys.exit(f"can't listen: {refused.strerror}")


def start(config, model, networks):
    """Its processes give each other a second, which on a busy machine is too short: then it starts again."""
    for left in reversed(range(STARTS)):
        server = Triton(config=config)
        try:
            server.bind(
                model_name=model,
                infer_func=networks,
                inputs=[Tensor(name=name, dtype=numpy.int64, shape=(-1,)) for name in networks[0].inputs()],
                outputs=[Tensor(name="logits", dtype=numpy.float32, shape=(LABELS,))],
                config=ModelConfig(max_batch_size=8, batcher=DynamicBatcher(max_queue_delay_microseconds=0)),
            )
            server.run()
            return server
        except Exception as failure:
            server.stop()
            if not left:
                raise
            print(f"it did not start, and is started again: {failure}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path, help="holds config.json, tokenizer.json and one .onnx file")
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--instances", type=int, default=2, help="cores that read at once")
    options = parser.parse_args()
    require_free(options.address, options.port)
    (network,) = options.folder.glob("*.onnx")
    networks = [Network(network) for _ in range(options.instances)]

    config = TritonConfig(
        http_address=options.address,
        http_port=options.port,
        allow_grpc=False,
        allow_metrics=False,
        log_verbose=0,
    )
    server = start(config, options.folder.resolve().name, networks)
    print(f"serving {network} at http://{options.address}:{options.port}", flush=True)
    stopped = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopped.set())
    while not stopped.wait(BETWEEN_LOOKS_S):
        if not server.is_alive():
            sys.exit("Triton has ended by itself: see what it said above")
    server.stop()


if __name__ == "__main__":
    main()
