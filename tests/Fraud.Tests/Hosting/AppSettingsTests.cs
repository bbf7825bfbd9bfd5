using System.Collections;
using System.Reflection;
using System.Text.Json;
using Fraud.Hosting;

namespace Fraud.Tests.Hosting;

/// <summary>appsettings.json is the list of options: nothing missing, nothing that no class reads.</summary>
public class AppSettingsTests
{
    private static readonly JsonDocument Settings = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.json")),
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });

    public static TheoryData<string, Type> Sections()
    {
        var sections = new TheoryData<string, Type> { { "", typeof(FraudSettings) } };
        foreach (var (name, type) in Capabilities.Sections)
        {
            sections.Add(name, type);
        }

        return sections;
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Every_option_is_listed(string section, Type options)
    {
        var listed = section.Length == 0 ? Fraud : Fraud.GetProperty(section);

        Assert.Empty(Missing(options, listed, section));
    }

    private static JsonElement Fraud => Settings.RootElement.GetProperty(FraudSettings.Section);

    // DataFolder is said once for the whole installation
    private static bool IsSet(PropertyInfo property) => property.Name != "Folder" && (property.CanWrite || IsList(property.PropertyType));

    private static bool IsList(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    private static IEnumerable<string> Missing(Type options, JsonElement listed, string path)
    {
        foreach (var property in options.GetProperties().Where(IsSet))
        {
            var name = $"{path}:{property.Name}";
            if (!listed.TryGetProperty(property.Name, out var value))
            {
                yield return name;
            }
            else if (property.PropertyType.Namespace?.StartsWith("Fraud", StringComparison.Ordinal) == true && property.PropertyType.IsClass)
            {
                foreach (var deeper in Missing(property.PropertyType, value, name))
                {
                    yield return deeper;
                }
            }
        }
    }
}
