# SPDX-License-Identifier: Apache-2.0
"""A cluster of Spark on this machine: two executors, each a process of its own, that can be
killed while they work."""

import concurrent.futures
import contextlib
import itertools
import os
import pathlib
import shutil
import signal
import sys
import time

import pyspark
from pyspark.sql import SparkSession

WORKER = "pyspark.daemon"
EXECUTOR = "CoarseGrainedExecutorBackend"
QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
PART = 6_000_000  # bytes of a file that are a task
PATIENCE = 240  # seconds, for what takes few on an idle machine
# Little work on one machine: quick to be ready, few threads, nothing heard from outside.
SETTINGS = {
    "spark.driver.extraJavaOptions": QUICK, "spark.executor.extraJavaOptions": QUICK,
    "spark.driver.memory": "512m", "spark.executor.memory": "512m",
    "spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1",
    "spark.sql.codegen.wholeStage": "false", "spark.sql.adaptive.enabled": "false",
    "spark.sql.shuffle.partitions": "2", "spark.sql.files.maxPartitionBytes": str(PART),
    "spark.sql.files.openCostInBytes": "0", "spark.task.maxFailures": "6",
    "spark.log.level": "ERROR", "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false"}
# Workers run this interpreter, which has the package.
ENVIRONMENT = {
    "PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1",
    "PYSPARK_SUBMIT_ARGS": " ".join(f"--conf '{name}={value}'" for name, value in
                                    SETTINGS.items()) + " pyspark-shell"}


@contextlib.contextmanager
def spark_session(folder):
    building = SparkSession.builder.master("local-cluster[2,1,1024]")
    for name in ("spark.local.dir", "spark.sql.warehouse.dir"):
        building = building.config(name, str(folder))
    session = building.getOrCreate()
    try:
        yield session
    finally:
        # Executors leave their logs in the package.
        logs = pathlib.Path(pyspark.__file__).parent / "work" / session.sparkContext.applicationId
        session.stop()
        shutil.rmtree(logs, ignore_errors=True)


def processes(words, below):
    """Ids of the processes that descend from `below` and have the words in their command."""
    parents, found = {}, []
    for entry in pathlib.Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
            parents[int(entry.name)] = int(stat[1])
            if words in (entry / "cmdline").read_text(errors="replace") and stat[0] != "Z":
                found.append(int(entry.name))

    def descends(one):
        while one in parents:
            one = parents[one]
            if one == below:
                return True
        return False

    return [one for one in found if descends(one)]


def wait_for(condition, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.05)
    raise TimeoutError(what)


def held_back(folder, kills):
    """For `mapInArrow`: the first task goes, the others wait for the kill that is theirs, and
    tell which process waits."""
    def pass_on(batches):
        import os
        import pathlib
        import time

        from pyspark import TaskContext
        task = TaskContext.get().partitionId()
        gate = pathlib.Path(folder, f"gate{task % kills}")
        waits = pathlib.Path(folder, f"waits{os.getpid()}")
        while task > 0 and not gate.exists():
            waits.touch()
            time.sleep(0.02)
        waits.unlink(missing_ok=True)
        yield from batches
    return pass_on


def waiting(folder):
    """Workers, of Python, that wait at a gate; what is written of the dead is wiped out."""
    for path in pathlib.Path(folder).glob("waits*"):
        place = pathlib.Path("/proc", path.name.removeprefix("waits"), "cmdline")
        if place.exists() and WORKER in place.read_text():
            yield int(place.parent.name)
        else:
            path.unlink(missing_ok=True)


def kill_during(session, job, folder, victims):
    """Runs the job and kills, one after the other, an executor or a worker as `victims` says,
    each time until a task has failed of it. How many tasks did."""
    tracker, below = session.sparkContext.statusTracker(), os.getpid()

    def stage():
        found = [tracker.getStageInfo(one) for one in tracker.getActiveStageIds()]
        return next((one for one in found if one is not None), None)

    def at_work():
        now = stage()
        return now and now.numCompletedTasks and now.numActiveTasks > 1

    def kill(words, failed):
        found = waiting(folder) if words == WORKER else processes(words, below)
        for victim in itertools.islice(found, 1):
            with contextlib.suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        end = time.monotonic() + 15
        while time.monotonic() < end:
            now = stage()
            if now and now.numFailedTasks > failed:
                return now.numFailedTasks
            time.sleep(0.05)
        return None

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(1) as beside:
        running = beside.submit(job)
        try:
            for place, words in enumerate(victims):
                wait_for(at_work, "tasks at work")
                failed = wait_for(lambda words=words: kill(words, failed), "a task that fails")
                pathlib.Path(folder, f"gate{place}").touch()
        finally:
            for place in range(len(victims)):
                pathlib.Path(folder, f"gate{place}").touch()
        running.result(PATIENCE)
    return failed
