using System.Text.Json;
using Fraud.Collect.Sources;

namespace Fraud.Collect.Importing.Chats;

/// <summary>Reads a chat as JSON: Telegram's result.json of one chat or of an account, or a list of messages under the names the usual WeChat and QQ tools use.</summary>
internal static class ChatJson
{
    private static readonly string[] Authors = ["from", "sender", "senderName", "nickname", "nickName", "talker", "accountName", "groupNickname", "name"];
    private static readonly string[] Texts = ["content", "text", "msg", "message", "StrContent"];
    private static readonly string[] Dates = ["date_unixtime", "date", "time", "timestamp", "createTime", "CreateTime", "formattedTime", "StrTime"];
    private static readonly string[] Ids = ["id", "msgId", "localId", "MsgSvrID", "platformMessageId"];

    public static List<ChatMessage> Read(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var root = json.RootElement;
            // JSON Feed has a list of its own, under another name
            return root.Child("chats").List("list").Any() ? [.. root.Child("chats").List("list").SelectMany(Chat)]
                : root.ValueKind == JsonValueKind.Array ? Messages(root, "")
                : Chat(root);
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static List<ChatMessage> Chat(JsonElement chat) => Messages(chat.Child("messages"), First(chat, ["id", "name"]) is { Length: > 0 } id ? id : First(chat.Child("meta"), ["name"]));

    private static List<ChatMessage> Messages(JsonElement list, string chat)
    {
        var messages = new List<ChatMessage>();
        foreach (var item in list.AsList().Where(m => m.Text("type") is not "service"))
        {
            var id = First(item, Ids);
            var words = Words(item);
            if (words.Length > 0 && (First(item, Authors).Length > 0 || First(item, Dates).Length > 0))
            {
                messages.Add(new(id.Length > 0 ? $"{chat}/{id}" : "", First(item, Authors), First(item, Dates), words));
            }
        }

        return messages;
    }

    // Telegram writes a text with links as a list of pieces
    private static string Words(JsonElement item)
    {
        foreach (var name in Texts)
        {
            var child = item.Child(name);
            var text = child.ValueKind == JsonValueKind.Array ? string.Concat(child.AsList().Select(p => p.ValueKind == JsonValueKind.Object ? p.Text("text") : p.AsText())) : child.AsText();
            if (text.Length > 0)
            {
                return text;
            }
        }

        return "";
    }

    private static string First(JsonElement item, string[] names) => names.Select(n => item.Text(n)).FirstOrDefault(t => t.Length > 0) ?? "";
}
