"""Makes the sentiment model that Simmer ships: data, train, export, evaluate. Nothing a user of Simmer runs needs this."""
