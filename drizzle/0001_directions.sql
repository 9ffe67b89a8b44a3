CREATE TABLE "direction" (
	"id" text PRIMARY KEY NOT NULL,
	"lab_id" text NOT NULL,
	"model_id" text NOT NULL,
	"model_sha256" text NOT NULL,
	"name" text NOT NULL,
	"protocol" jsonb NOT NULL,
	"vector" double precision[] NOT NULL,
	"distance" double precision NOT NULL,
	"effects" jsonb,
	"user_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "direction" ADD CONSTRAINT "direction_lab_id_lab_id_fk" FOREIGN KEY ("lab_id") REFERENCES "public"."lab"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction" ADD CONSTRAINT "direction_model_id_model_id_fk" FOREIGN KEY ("model_id") REFERENCES "public"."model"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "direction" ADD CONSTRAINT "direction_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "direction_model_name" ON "direction" USING btree ("model_id","name");