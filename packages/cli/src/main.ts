// What runs when a person types `lcqm`.
process.stdout.write("lcqm\n")
