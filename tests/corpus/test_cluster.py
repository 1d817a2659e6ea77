"""A real Dask cluster on this machine: a scheduler and two worker processes."""

import os
import signal
import warnings

import pytest

from shishi.corpus import ask, read_folder
from shishi.corpus.work import cluster_workers, local_workers
from tests.corpus.invented import fill
from tests.corpus.test_work import prints

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # the cluster's own, about ports and time


@pytest.fixture
def cluster():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
        ) as running:
            yield running


def test_a_cluster_reads_as_this_machine_does_though_a_worker_is_killed(cluster, tmp_path):
    fill(tmp_path / "in", 200)
    with cluster_workers(cluster.scheduler_address) as (executor, width):
        assert width == 2
        tallies = read_folder(tmp_path / "in", tmp_path / "out", executor=executor, width=width)
        next(tallies)
        next(tallies)
        os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)
        *_, last = tallies

    assert (last.files, last.records) == (200, 400)
    assert ask(tmp_path / "out", "select count(distinct source) from records").rows == ((200,),)
    with local_workers(2) as executor:
        for _ in read_folder(tmp_path / "in", tmp_path / "local", executor=executor):
            pass
    assert prints(tmp_path / "out") == prints(tmp_path / "local")
