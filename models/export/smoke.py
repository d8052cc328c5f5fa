"""Has Simmer itself load and read what was made."""

import subprocess
from pathlib import Path

_LINE = "this is the third time I ask, nobody helps me"
_CONFIGURATION = """\
simmer:
  plugins: {plugins}
  model: {{{backend}: {{path: {folder}}}}}
  scoring: {{decay: {{}}}}
  levels:
    - {{name: standard, from: 0.00, flow: main_flow, node: continue}}
    - {{name: supervisor, from: 0.35, flow: supervisor_escalation, node: start}}
  router: {{cognigy: {{dialect: reply}}}}
"""
_TRIALS = {"check-fp32": ("onnx", "fp32"), "check-int8": ("onnx", "int8"), "check-torchscript": ("pytorch", "fp32")}


def write_configurations(out: Path, plugins: Path = Path("plugins")) -> None:
    """One for each backend, for ``bin/simmer check --config FILE``; paths are absolute."""
    for name, (backend, folder) in _TRIALS.items():
        text = _CONFIGURATION.format(plugins=plugins, backend=backend, folder=(out / folder).resolve())
        (out / f"{name}.yaml").write_text(text, encoding="utf-8")


def check(simmer: Path, out: Path) -> dict[str, bool]:
    """Whether ``bin/simmer check`` reads a line with each; TorchScript only where the plugin for it is installed."""
    write_configurations(out, (simmer / "plugins").resolve())
    done = {}
    for name, (backend, _) in _TRIALS.items():
        if (simmer / "plugins" / f"model-{backend}").is_dir():
            ended = subprocess.run([simmer / "bin" / "simmer", "check", "--config", out / f"{name}.yaml", _LINE],
                                   check=False)
            done[name] = ended.returncode == 0
    return done
