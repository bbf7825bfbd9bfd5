using System.Text;
using System.Text.RegularExpressions;

namespace Fraud.Collect.Importing.Chats;

/// <summary>Reads a chat as text: a line with date and name (QQ, WeChat tools, WhatsApp), the words after it on the same line or on the next ones.</summary>
internal static partial class ChatText
{
    private const int LeastMessages = 2;
    private const int MaxLine = 4000;

    public static List<ChatMessage> Read(string text)
    {
        var messages = new List<ChatMessage>();
        var words = new StringBuilder();
        var (author, date) = ("", "");
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var head = line.Length > MaxLine ? Match.Empty : Head().Match(line);
            if (!head.Success)
            {
                words.Append(line).Append('\n');
                continue;
            }

            Add();
            (author, date) = (NumberAfter().Replace(head.Groups["name"].Value, "").Trim(), head.Groups["date"].Value);
            words.Append(head.Groups["text"].Value).Append('\n');
        }

        Add();
        return messages.Count >= LeastMessages ? messages : [];

        void Add()
        {
            if (date.Length > 0 && words.ToString().Trim().Length > 0)
            {
                messages.Add(new("", author, date, words.ToString()));
            }

            words.Clear();
        }
    }

    [GeneratedRegex(@"^\s*\[?(?<date>(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?,?\s{1,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)\]?\s{0,3}[-–]?\s{0,3}(?<name>[^:：]{1,60}?)(?:[:：]\s?(?<text>.*))?$|^\s*(?<name>[^:：]{1,60}?)\s{1,3}[(（\[]?(?<date>(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?\s{1,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)[)）\]]?[:：]?\s*$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Head();

    // QQ writes the account behind the name: 老王(12345678), 老王<a@qq.com>
    [GeneratedRegex(@"[(<（][^()<>（）]{3,60}[)>）]\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberAfter();
}
