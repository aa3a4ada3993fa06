/**
 * Long passphrases that turn up again and again in published breaches, letters and digits only. Twelve characters or more, since shorter ones
 * are refused for their length.
 */
export const commonPassphrases: ReadonlySet<string> = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 1234567891011 012345678910 111111111111 000000000000 123123123123 121212121212
   qwertyuiop123 qwertyuiop12 qwertyuiopasdf qwertyuiop1234567890 1qaz2wsx3edc 1qaz2wsx3edc4rfv qazwsxedcrfv qwerty123456 qwertyqwerty asdfghjkl123 zxcvbnm123456
   1q2w3e4r5t6y 1q2w3e4r5t6y7u zaq12wsxcde3 abcdefghijkl abcdefghijklm abcd12345678 abc123456789 a123456789012 aa1234567890
   password1234 password12345 password123456 passwordpassword password2020 password2021 password2022 password2023 password2024 password2025 password2026
   passw0rd1234 p4ssw0rd1234 mypassword123 mypassword1234 newpassword123 changeme1234 changemenow1 letmeinplease letmein12345 letmeinletmein welcome12345 welcome123456
   administrator admin1234567 adminadminadmin administrator1 iloveyou1234 iloveyou12345 iloveyouforever iloveyousomuch ilovemyfamily ilovemychildren
   footballfootball manchesterunited liverpoolfc123 liverpoolfc1892 chelseafc1234 arsenal123456 tottenhamhotspur newcastleunited
   correcthorsebatterystaple thequickbrownfox monkey123456 dragon123456 sunshine1234 princess1234 superman1234 starwars1234 pokemon12345 michael12345
   safeguarding safeguarding1 safeguarding123 childprotection childprotection1 seriouscasereview panelchair123 panelpool123 panelpoolpanelpool
   localauthority socialworker1 socialworker123 workingtogether everychildmatters`.split(/\s+/),
)
