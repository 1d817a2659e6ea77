from tests.house import repository


def test_names_of_machines_and_registries_are_caught(house):
    folder = house(
        {
            "docs/a.md": "fine\nsee /" + "work/shared\n",
            "b.lock": "from py" + "pi.org\n",
            ".venv/c.txt": "/" + "home/somebody\n",
        }
    )

    assert repository.find_machine_names(folder) == [
        "b.lock:1: py" + "pi.org",
        "docs/a.md:2: /" + "work/",
    ]


def test_locks_that_bind_nothing_are_caught():
    lock = "# made by make lock\nclick==8.5.1 \\\n    --hash=sha256:00\nrich==15.0.0\n    # via https://x\nattrs\n"

    assert repository.find_lock_faults(lock) == [
        "address: # via https://x",
        "no hash: rich==15.0.0",
        "no hash: attrs",
        "no version: attrs",
    ]
