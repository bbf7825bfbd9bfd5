using System.Globalization;
using System.Text.Json;

namespace Fraud.Offers;

/// <summary>Takes the properties of a JSON object one by one and demands that none is left over: a misspelt name is a fault, not a default. Reflection would take longer than the reading at every start.</summary>
internal sealed class JsonObjectReader
{
    private readonly JsonElement _json;
    private readonly List<string> _known = [];

    private JsonObjectReader(JsonElement json) => _json = json;

    /// <summary>Reads an object whole.</summary>
    /// <exception cref="JsonException">A property is missing, unknown or of the wrong kind.</exception>
    public static T Read<T>(JsonElement json, Func<JsonObjectReader, T> read)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"an object is expected, there is {json.ValueKind}");
        }

        var reader = new JsonObjectReader(json);
        var value = read(reader);
        foreach (var property in json.EnumerateObject())
        {
            if (!reader._known.Contains(property.Name))
            {
                throw new JsonException($"the property {property.Name} is not known");
            }
        }

        return value;
    }

    /// <summary>A text that must be there.</summary>
    public string Text(string name) => Demand(name).GetString()!;

    /// <summary>A text, or what stands for none.</summary>
    public string Text(string name, string none) => Find(name) is { } value ? value.GetString()! : none;

    /// <summary>A number that must be there.</summary>
    public double Number(string name) => Demand(name).GetDouble();

    /// <summary>A whole number that must be there.</summary>
    public long Whole(string name) => Demand(name).GetInt64();

    /// <summary>A number; null when there is none.</summary>
    public double? NumberOrNull(string name) => Find(name)?.GetDouble();

    /// <summary>Yes or no; no when there is none.</summary>
    public bool Flag(string name) => Find(name)?.GetBoolean() ?? false;

    /// <summary>A day that must be there.</summary>
    public DateOnly Day(string name) => Day(Demand(name));

    /// <summary>A day; null when there is none.</summary>
    public DateOnly? DayOrNull(string name) => Find(name) is { } value ? Day(value) : null;

    /// <summary>An object; null when there is none.</summary>
    public T? One<T>(string name, Func<JsonObjectReader, T> read)
        where T : class => Find(name) is { } value ? Read(value, read) : null;

    /// <summary>A list of objects; empty when there is none.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<JsonObjectReader, T> read) => Items(name, value => Read(value, read));

    /// <summary>A list of texts; empty when there is none.</summary>
    public IReadOnlyList<string> Texts(string name) => Items(name, value => value.GetString()!);

    /// <summary>Numbers by name, which must be there.</summary>
    public Dictionary<string, double> Numbers(string name)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var property in Demand(name).EnumerateObject())
        {
            numbers[property.Name] = property.Value.GetDouble();
        }

        return numbers;
    }

    /// <summary>Whether a property is there and not null.</summary>
    public bool Has(string name) => Find(name) is not null;

    private T[] Items<T>(string name, Func<JsonElement, T> read)
    {
        if (Find(name) is not { } list)
        {
            return [];
        }

        var items = new T[list.GetArrayLength()];
        var count = 0;
        foreach (var item in list.EnumerateArray())
        {
            items[count++] = read(item);
        }

        return items;
    }

    private JsonElement Demand(string name) => Find(name) ?? throw new JsonException($"the property {name} is missing");

    private JsonElement? Find(string name)
    {
        _known.Add(name);
        return _json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private static DateOnly Day(JsonElement value) => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
