# Calculating and deciding on the proposal.
calculate-filter = Filter channels
calculate-all = All channels
calculate-keep-nothing = Everything but pins
calculate-keep-nothing-text = Looks for the best plan of all.
calculate-keep-pinned = What earns enough
calculate-keep-pinned-text = Accepted airings move only for something clearly better.
calculate-keep-accepted = Only what must
calculate-keep-accepted-text = What is accepted stays wherever rules and grid let it.
calculate-choose-day = Choose { $weekday } { $day } on every channel
calculate-choose-channel = Choose every day of { $channel }
calculate-choose = Choose { $channel } on { $date }
calculate-now = Now
calculate-anyway = Place anyway
calculate-anyway-text = Pins it here whatever the rules say, and calculates again
calculate-again = Calculate again
calculate-apply = Apply
calculate-no-fix = Nothing near was found that helps.
calculate-nothing-open = Every slot has something on air.
calculate-accept-all = Accept all
calculate-accept-chosen =
    { $count ->
        [one] Accept one day
       *[other] Accept { $count } days
     }
calculate-take-too =
    { $count ->
        [one] Take one more day with them
       *[other] Take { $count } more days with them
     }
